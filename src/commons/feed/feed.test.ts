import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import * as recognition from '#recognition/contract.ts'
import type { Person } from '#test/organization.ts'
import { castOf } from '#test/setup/company.ts'
import { playStory } from '#test/setup/story.ts'
import { openWorld } from '#test/world.ts'
import { listWaitingReviews } from '#validation/contract.ts'
import { countUnread, feedReason, getFeed, markRead } from './contract.ts'
import en from './messages/en.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }

const world = openWorld()

async function company() {
  const org = await world.organization()
  const cast = await castOf(org)
  const [mei, ola] = cast.learn
  if (!mei || !ola) throw new Error('The cast has two learners or more.')
  return { org, cast, mei, ola, tomas: cast.writes }
}

test('older entries come page by page, each once and newest first, also past some that are no longer shown', async () => {
  const { org, mei, ola, tomas } = await company()
  const given: string[] = []
  for (let index = 0; index < 9; index++) {
    const body = { toIds: [tomas.id], reason: `Thank you for answer number ${index}.` }
    given.push((await mei.does(recognition.giveKudos, { body })).id)
    world.pass({ minutes: 1 })
  }
  await world.settle()
  for (const kudosId of given.slice(2, 7)) await mei.does(recognition.withdrawKudos, { params: { kudosId } })
  const read = async () => {
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const query = { limit: 2, ...(after && { after }) }
      const page = await ola.does(getFeed, { query })
      seen.push(...page.items.map(({ data }) => String(data.reason).replace(/\D/g, '')))
      after = page.next
    } while (after)
    return seen
  }
  expect(await read()).toEqual(['8', '7', '1', '0'])
  await ola.does(raiseNeed, { body: { title: 'Something newer', details: '', groupId: org.root } })
  const refused = await ola.isRefused(getFeed, { query: { after: 'nothing' } })
  expect(refused.status).toBe(422)
})

test('what is for a group reaches who belongs to it or above it, of private groups only those in them, in pages of any size', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const bench = await org.group('Bench', { parent: lab })
  const board = await org.group('Board', { private: true })
  const ada = await org.admin()
  const everywhere = await org.person('Mei Lin')
  const [inLab, atBench] = [
    await org.person('Ola Berg', 'learner', lab),
    await org.person('Kofi Mensah', 'learner', bench),
  ]
  const onBoard = await org.person('Dana Reyes')
  await org.grant(onBoard.id, board, 'learner')
  for (const [title, groupId] of Object.entries({
    Company: org.root,
    Lab: lab,
    Bench: bench,
    Board: board,
  })) {
    await ada.does(raiseNeed, { body: { title: `${title} needs this`, details: '', groupId } })
    world.pass({ minutes: 1 })
  }
  await world.settle()
  const read = async (person: Person, limit: number) => {
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const { items, next } = await person.does(getFeed, { query: { limit, ...(after && { after }) } })
      seen.push(...items.map(({ need }) => need?.title.split(' ')[0] ?? ''))
      after = next
    } while (after)
    return seen
  }
  for (const limit of [1, 2, 100]) {
    expect(await read(everywhere, limit)).toEqual(['Bench', 'Lab', 'Company'])
    expect(await read(inLab, limit)).toEqual(['Bench', 'Lab', 'Company'])
    expect(await read(atBench, limit)).toEqual(['Bench', 'Company'])
    expect(await read(onBoard, limit)).toEqual(['Board', 'Bench', 'Lab', 'Company'])
  }
})

test('thanks that were taken back and words that were removed leave every feed; words brought back return', async () => {
  const { org, cast, mei, tomas } = await company()
  await playStory(cast, org.root, ['Zeroing a torque transducer'])
  await world.settle()
  const kinds = async () =>
    (await tomas.does(getFeed, { query: { limit: 100 } })).items.map(({ kind }) => kind)
  const count = async (kind: string) => (await kinds()).filter((one) => one === kind).length
  const [before, thanks] = [await count('comment.made'), await count('kudos.given')]
  const [course] = (await mei.does(courses.listCourses)).items
  const params = { courseId: course?.id ?? '' }
  const own = (await mei.does(talk.listCourseComments, { params })).items.find(
    ({ author }) => author.id === mei.id,
  )
  const comment = { params: { ...params, commentId: own?.id ?? '' } }
  await mei.does(talk.removeCourseComment, comment)
  expect(await count('comment.made')).toBe(before - 1)
  await mei.does(talk.returnCourseComment, comment)
  expect(await count('comment.made')).toBe(before)
  const [kudos] = (await mei.does(recognition.listKudos, { query: { fromId: mei.id } })).items
  await mei.does(recognition.withdrawKudos, { params: { kudosId: kudos?.id ?? '' } })
  expect(await count('kudos.given')).toBe(thanks - 1)
})

test('a published course tells its topics and how many peers stand for it, and talk leads to its very step', async () => {
  const { org, cast, mei, tomas } = await company()
  await playStory(cast, org.root, ['Zeroing a torque transducer'])
  await world.settle()
  const { items } = await mei.does(getFeed, { query: { limit: 100 } })
  const published = items.find(({ kind }) => kind === 'course.published')
  expect(published).toMatchObject({ reason: 'you-voiced', course: { approvals: 1, tags: [] } })
  const told = (await cast.reviews.does(getFeed, { query: { limit: 100 } })).items
  expect(told.find(({ kind }) => kind === 'course.published')).toMatchObject({ reason: 'you-checked' })
  const params = { courseId: published?.course?.id ?? '' }
  const { stepId } = await mei.does(learning.getProgress, { params })
  const said = (await tomas.does(getFeed, { query: { limit: 100 } })).items.find(
    ({ kind }) => kind === 'comment.made',
  )
  expect(said?.data).toMatchObject({ stepId })
  expect((await cast.reviews.does(listWaitingReviews)).items).toEqual([])
})

test('every reason for which an entry may be shown has its words in both languages', () => {
  for (const reason of feedReason.options) {
    expect(Object.keys(en)).toContain(`feed.reason.${reason}`)
    expect(Object.keys(fr)).toContain(`feed.reason.${reason}`)
  }
})

test('what is addressed to somebody they mark as read, up to an entry of their own, and nobody else’s marks anything', async () => {
  const { mei, ola, tomas } = await company()
  for (const reason of ['Thank you for the first answer.', 'Thank you for the second answer.']) {
    await mei.does(recognition.giveKudos, { body: { toIds: [tomas.id], reason } })
    world.pass({ minutes: 1 })
  }
  await world.settle()
  const personal = async () => (await tomas.does(getFeed, { query: { only: 'personal' } })).items
  const unread = async () => (await tomas.does(countUnread)).unread
  const [second, first] = await personal()
  for (const who of [mei, ola]) {
    const refusal = await who.isRefused(markRead, { body: { upTo: second?.id ?? '' } })
    expect([refusal.status, refusal.code]).toEqual([404, 'entry.not-found'])
  }
  const any = await tomas.isRefused(markRead, { body: { upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff' } })
  expect([any.code, await unread()]).toEqual(['entry.not-found', 2])
  await tomas.does(markRead, { body: { upTo: first?.id ?? '' } })
  expect((await personal()).map((entry) => entry.unread)).toEqual([true, false])
  await tomas.does(markRead, { body: { upTo: second?.id ?? '' } })
  expect(await unread()).toBe(0)
})
