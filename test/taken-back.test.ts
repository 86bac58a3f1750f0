import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as feed from '#feed/contract.ts'
import * as impact from '#impact/contract.ts'
import * as leaders from '#leader/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import * as recognition from '#recognition/contract.ts'
import { blockId, documentOf, publishAgain, published } from './course.ts'
import { openWorld } from './world.ts'

/** What is taken back is gone wherever it was shown or counted; what is done twice is done once. */
const world = openWorld()

async function stage() {
  const org = await world.organization()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah'),
  ]
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  return { org, dana, mei, kofi, courseId, params: { courseId } }
}

test('thanks that were taken back are in no feed and in no number, in whatever order that becomes known', async () => {
  const { dana, mei, kofi, courseId } = await stage()
  const thank = (who: typeof mei) =>
    who.does(recognition.giveKudos, { body: { toIds: [dana.id], courseId, reason: 'For the second step' } })
  const recognized = async () =>
    (await mei.does(impact.getLoop, { query: {} })).stages.find(({ stage }) => stage === 'recognition')
  const first = await thank(mei)
  await world.settle()
  expect(await recognized()).toMatchObject({ count: 1, detail: 1 })
  await thank(kofi)
  await world.settle()
  await mei.does(recognition.withdrawKudos, { params: { kudosId: first.id } })
  await world.settle()
  expect(await recognized()).toMatchObject({ count: 1, detail: 1 })
  const both = await thank(mei)
  await mei.does(recognition.withdrawKudos, { params: { kudosId: both.id } })
  await world.settle()
  const shown = async () => (await dana.does(feed.getFeed)).items.filter(({ kind }) => kind === 'kudos.given')
  expect((await shown()).map(({ actor }) => actor?.name)).toEqual(['Kofi Mensah'])
  const { items } = await kofi.does(recognition.listKudos, { query: { fromId: kofi.id } })
  await kofi.does(recognition.withdrawKudos, { params: { kudosId: items[0]?.id ?? '' } })
  await world.settle()
  expect(await shown()).toEqual([])
  expect(await recognized()).toMatchObject({ count: 0, detail: 0 })
  expect((await kofi.isRefused(recognition.withdrawKudos, { params: { kudosId: first.id } })).status).toBe(
    404,
  )
})

test('the words of a comment that was removed or changed are in no feed any more', async () => {
  const { dana, mei, params } = await stage()
  const said = await mei.does(talk.commentOnCourse, { params, body: { body: 'Words in anger' } })
  await world.settle()
  const at = { params: { ...params, commentId: said.id } }
  const shown = async () => JSON.stringify(await dana.does(feed.getFeed))
  expect(await shown()).toContain('Words in anger')
  await mei.does(talk.changeCourseComment, { ...at, body: { body: 'Kinder words' } })
  await world.settle()
  expect(await shown()).not.toContain('Words in anger')
  expect(await shown()).toContain('Kinder words')
  await mei.does(talk.removeCourseComment, at)
  await world.settle()
  expect(await shown()).not.toContain('Kinder words')
  await mei.does(talk.returnCourseComment, at)
  await world.settle()
  expect(await shown()).toContain('Kinder words')
})

test('a merge that is undone after another one takes its voices along, however far they went', async () => {
  const { org, dana, mei, kofi } = await stage()
  const raise = (who: typeof mei, title: string) =>
    who.does(needs.raiseNeed, { body: { title, details: '', groupId: org.root } })
  const [a, b, c] = [await raise(mei, 'A'), await raise(kofi, 'B'), await raise(dana, 'C')]
  const at = (need: { id: string }) => ({ params: { needId: need.id } })
  await dana.does(needs.mergeNeed, { ...at(a), body: { into: b.id } })
  await dana.does(needs.mergeNeed, { ...at(b), body: { into: c.id } })
  expect((await dana.does(needs.getNeed, at(c))).voices).toBe(3)
  await dana.does(needs.unmergeNeed, at(a))
  await world.settle()
  const voices = async () =>
    Promise.all([a, b, c].map(async (need) => (await dana.does(needs.getNeed, at(need))).voices))
  expect(await voices()).toEqual([1, 1, 2])
  const { stages } = await dana.does(impact.getLoop, { query: {} })
  expect(stages[0]).toMatchObject({ stage: 'need', count: 3, detail: 3 })
})

test('a claim is given back by who holds it or leads its group, not by who raised the need; and once', async () => {
  const { org, dana, mei, kofi } = await stage()
  const need = await mei.does(needs.raiseNeed, { body: { title: 'Zero it', details: '', groupId: org.root } })
  const at = { params: { needId: need.id } }
  const claimed = await Promise.allSettled([kofi, dana].map((who) => who.does(leaders.claimNeed, at)))
  expect(claimed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await mei.isRefused(leaders.releaseNeed, at)).code).toBe('need.claim-not-yours')
  const released = await Promise.allSettled([1, 2].map(() => dana.does(leaders.releaseNeed, at)))
  expect(released.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await org.countFacts('need.released')).toBe(1)
})

test('ten voices at the same moment are ten, and a merge meanwhile loses none', async () => {
  const { org, dana, mei } = await stage()
  const raise = (title: string) =>
    mei.does(needs.raiseNeed, { body: { title, details: '', groupId: org.root } })
  const [one, other] = [await raise('One'), await raise('Other')]
  const people = await Promise.all(Array.from({ length: 10 }, (_, n) => org.person(`Person ${n}`)))
  const voice = (who: typeof mei) => who.does(needs.voiceNeed, { params: { needId: one.id } })
  const given = await Promise.allSettled([
    ...people.slice(0, 5).map(voice),
    dana.does(needs.mergeNeed, { params: { needId: one.id }, body: { into: other.id } }),
    ...people.slice(5).map(voice),
  ])
  const heard = given.filter(({ status }) => status === 'fulfilled').length - 1
  expect((await mei.does(needs.getNeed, { params: { needId: other.id } })).voices).toBe(heard + 1)
})

test('what is done again changes nothing, and is not recorded as if it did', async () => {
  const { org, dana, mei, params } = await stage()
  await dana.does(courses.returnCourse, { params })
  expect(await org.countFacts('course.returned')).toBe(0)
  await dana.does(courses.retireCourse, { params })
  await dana.does(courses.retireCourse, { params })
  expect(await org.countFacts('course.retired')).toBe(1)
  await dana.does(courses.returnCourse, { params })
  const said = await mei.does(talk.commentOnCourse, { params, body: { body: 'A question' } })
  const at = { params: { ...params, commentId: said.id } }
  await mei.does(talk.returnCourseComment, at)
  await mei.does(talk.removeCourseComment, at)
  await mei.does(talk.removeCourseComment, at)
  expect([await org.countFacts('comment.returned'), await org.countFacts('comment.removed')]).toEqual([0, 1])
})

test('people react to what is there, and take back a reaction to what is gone', async () => {
  const { org, dana, mei, courseId } = await stage()
  const params = { courseId, kind: 'unclear' as const }
  const react = (anchor: string) => ({ params, query: { anchor } })
  expect((await mei.isRefused(talk.reactToCourse, react(blockId('nowhere')))).status).toBe(422)
  await mei.does(talk.reactToCourse, react(blockId('ws1')))
  await publishAgain(org, dana, courseId, documentOf({ s2: [] }))
  const count = async () => (await mei.does(talk.listCourseReactions, { params: { courseId } })).items.length
  expect(await count()).toBe(1)
  await mei.does(talk.unreactToCourse, react(blockId('ws1')))
  expect(await count()).toBe(0)
})

test('who was thanked is known for it as long as anybody’s thanks stand, and no longer', async () => {
  const { dana, mei, kofi, courseId } = await stage()
  await world.settle()
  const thank = async (who: typeof mei) => {
    const body = { toIds: [dana.id], courseId, reason: 'For the second step' }
    return (await who.does(recognition.giveKudos, { body })).id
  }
  const thanked = async () => {
    const { items } = await mei.does(leaders.listEvidence, { params: { memberId: dana.id } })
    return items.filter(({ kind }) => kind === 'thanked').length
  }
  const [first, second] = [await thank(mei), await thank(kofi)]
  await world.settle()
  expect(await thanked()).toBe(1)
  await mei.does(recognition.withdrawKudos, { params: { kudosId: first } })
  await world.settle()
  expect(await thanked()).toBe(1)
  await kofi.does(recognition.withdrawKudos, { params: { kudosId: second } })
  await world.settle()
  expect(await thanked()).toBe(0)
  const third = await thank(mei)
  await mei.does(recognition.withdrawKudos, { params: { kudosId: third } })
  await world.settle()
  expect(await thanked()).toBe(0)
})
