import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Fact } from '#facts'
import * as talk from '#learning/talk.contract.ts'
import { giveKudos, withdrawKudos } from '#recognition/contract.ts'
import { blockId, documentOf, published, words, write } from '#test/course.ts'
import { laboratoryIn, needOf } from '#test/signal.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '#validation/contract.ts'
import { claimNeed, leaveDetection, releaseNeed } from '../contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { signalReactions } from './reactions.ts'

const world = openWorld()

const laboratory = () => laboratoryIn(world)

test('a claim is help for whoever raised the need, until it is given back', async () => {
  const lab = await laboratory()
  const params = { needId: await needOf(lab, 'How to zero a gauge') }
  await lab.dana.does(claimNeed, { params })
  expect(await lab.kept()).toEqual(['Dana claimed Mei'])
  await lab.dana.does(releaseNeed, { params })
  expect(await lab.kept()).toEqual([])
  // The claim is heard of once more, later than that it was given back.
  const [fact] = await world.stored<Fact>(lab.org.id, `select data from facts where type = 'need.claimed'`)
  const claimed = signalReactions.find(({ name }) => name === 'leader.signal-claimed')
  await lab.org.as(async (scope) => claimed?.run(scope, fact as Fact))
  expect(await lab.kept()).toEqual([])
})

test('a course helps nobody known by itself, a review helps its author, a finding that was accepted too', async () => {
  const { org, dana, kofi, kept } = await laboratory()
  const courseId = await published(org, dana, documentOf({ s1: [words('p1', 'Line')] }))
  expect(await kept()).toEqual(['Dana published -'])
  await write(dana, courseId, documentOf({ s1: [words('p1', 'Another line')] }))
  const params = { courseId }
  const review = await dana.does(reviews.askForReview, { params, body: { reviewerIds: [kofi.id] } })
  const found = await kofi.does(reviews.makeFinding, {
    params: { reviewId: review.id },
    body: { blockId: blockId('p1'), severity: 'must', body: 'Which line?' },
  })
  await dana.does(reviews.resolveFinding, {
    params: { findingId: found.id },
    body: { resolution: 'accepted' },
  })
  await kofi.does(reviews.giveVerdict, { params: { reviewId: review.id }, body: { verdict: 'approve' } })
  expect((await kept()).slice(1)).toEqual(['Kofi accepted Dana', 'Kofi reviewed Dana'])
})

test('an answer is help for whoever asked, as long as it stands; answering oneself is none', async () => {
  const { org, dana, mei, kofi, kept } = await laboratory()
  const params = { courseId: await published(org, dana, documentOf({ s1: [] })) }
  const { id: parentId } = await mei.does(talk.commentOnCourse, { params, body: { body: 'Which way?' } })
  const { id } = await kofi.does(talk.commentOnCourse, { params, body: { body: 'Left.', parentId } })
  await mei.does(talk.commentOnCourse, { params, body: { body: 'Thanks!', parentId } })
  expect((await kept()).slice(1)).toEqual(['Kofi answered Mei'])
  const at = { params: { ...params, commentId: id } }
  await kofi.does(talk.removeCourseComment, at)
  expect((await kept()).slice(1)).toEqual([])
  await kofi.does(talk.returnCourseComment, at)
  expect((await kept()).slice(1)).toEqual(['Kofi answered Mei'])
})

test('an answer that is accepted is help once more, until that is taken back or goes to another answer', async () => {
  const { org, dana, mei, kofi, kept } = await laboratory()
  const params = { courseId: await published(org, dana, documentOf({ s1: [] })) }
  const { id: parentId } = await mei.does(talk.commentOnCourse, { params, body: { body: 'Which way?' } })
  const answer = async (who: typeof kofi, body: string) => {
    const { id } = await who.does(talk.commentOnCourse, { params, body: { body, parentId } })
    world.pass({ minutes: 1 })
    return { params: { ...params, commentId: id } }
  }
  const [left, right] = [await answer(kofi, 'Left.'), await answer(dana, 'Right.')]
  const answered = ['Kofi answered Mei', 'Dana answered Mei']
  await mei.does(talk.acceptAnswer, left)
  expect((await kept()).slice(1)).toEqual([...answered, 'Kofi accepted Mei'])
  await mei.does(talk.acceptAnswer, right)
  expect((await kept()).slice(1)).toEqual([...answered, 'Dana accepted Mei'])
  await dana.does(talk.removeCourseComment, right)
  expect((await kept()).slice(1)).toEqual(['Kofi answered Mei'])
  await dana.does(talk.returnCourseComment, right)
  expect((await kept()).slice(1)).toEqual([...answered, 'Dana accepted Mei'])
  await mei.does(talk.unacceptAnswer, right)
  expect((await kept()).slice(1)).toEqual(answered)
  await kofi.does(leaveDetection)
  await mei.does(talk.acceptAnswer, left)
  expect((await kept()).slice(1)).toEqual(['Dana answered Mei'])
})

test('whoever is mentioned is called upon by who wrote, once a comment and as long as it stands; oneself is not', async () => {
  const { org, dana, mei, kofi, kept } = await laboratory()
  const params = { courseId: await published(org, dana, documentOf({ s1: [] })) }
  const say = async (body: string) => (await mei.does(talk.commentOnCourse, { params, body: { body } })).id
  const [atKofi, atDana, atMei] = [kofi, dana, mei].map(({ id }) => `@[${id}]`)
  const at = { params: { ...params, commentId: await say(`${atKofi}, ${atKofi}, or I, ${atMei}?`) } }
  expect((await kept()).slice(1)).toEqual(['Kofi mentioned Mei'])
  await mei.does(talk.changeCourseComment, { ...at, body: { body: `${atDana}?` } })
  expect((await kept()).slice(1)).toEqual(['Dana mentioned Mei'])
  await mei.does(talk.removeCourseComment, at)
  expect((await kept()).slice(1)).toEqual([])
  await mei.does(talk.returnCourseComment, at)
  expect((await kept()).slice(1)).toEqual(['Dana mentioned Mei'])
  await kofi.does(leaveDetection)
  await say(`${atKofi}?`)
  expect((await kept()).slice(1)).toEqual(['Dana mentioned Mei'])
  const body = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await (await org.admin()).does(setPurpose, { params: { purpose: 'detection' }, body })
  await say(`${atDana}?`)
  expect(await kept()).toEqual([])
})

test('a reader who found it useful was helped once, however often they say so; outdated takes it off again', async () => {
  const { org, dana, mei, kofi, kept, useful } = await laboratory()
  const courseId = await published(org, dana, documentOf({ s1: [words('p1', 'Line')] }))
  const at = (kind: 'useful' | 'learned' | 'outdated' | 'like', anchor = '') => ({
    params: { courseId, kind },
    query: { anchor },
  })
  await mei.does(talk.reactToCourse, at('useful'))
  await mei.does(talk.reactToCourse, at('learned', blockId('p1')))
  await mei.does(talk.reactToCourse, at('like'))
  await dana.does(talk.reactToCourse, at('useful'))
  expect([(await kept()).slice(1), await useful()]).toEqual([['Dana useful Mei'], 1])
  await kofi.does(talk.reactToCourse, at('outdated'))
  expect([(await kept()).slice(2), await useful()]).toEqual([['Dana outdated Kofi'], 0])
  await mei.does(talk.unreactToCourse, at('useful'))
  expect([(await kept()).length, await useful()]).toEqual([3, 0])
  await mei.does(talk.unreactToCourse, at('learned', blockId('p1')))
  expect([(await kept()).slice(1), await useful()]).toEqual([['Dana outdated Kofi'], -1])
})

test('thanks are help for who gives them, until they are withdrawn', async () => {
  const { dana, mei, kept } = await laboratory()
  const { id: kudosId } = await mei.does(giveKudos, {
    body: { toIds: [dana.id], reason: 'For the torque gauge' },
  })
  expect(await kept()).toEqual(['Dana thanked Mei'])
  await mei.does(withdrawKudos, { params: { kudosId } })
  expect(await kept()).toEqual([])
})

test('where detection is switched off all signals go, and none is kept', async () => {
  const { org, dana, mei, kept } = await laboratory()
  const thank = () => mei.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  await thank()
  expect(await kept()).toEqual(['Dana thanked Mei'])
  const body = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  const admin = await org.admin()
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body })
  await thank()
  expect(await kept()).toEqual([])
})

test('what happened before there were signals becomes some with the update', async () => {
  const { org, dana, mei, kept } = await laboratory()
  await mei.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  await kept()
  // As it was before the update.
  const those = `reaction like 'leader.signal%'`
  await world.owner.query('delete from signals where org_id = $1', [org.id])
  await world.owner.query(`delete from deliveries where org_id = $1 and ${those}`, [org.id])
  const migration = readFileSync(
    new URL('../../../../db/migrations/0105_signals.sql', import.meta.url),
    'utf8',
  )
  const [block = ''] = /do \$\$[\s\S]*?\$\$;/.exec(migration) ?? []
  // As in the migration: an owner who is no superuser sees no facts otherwise.
  await world.owner.query('alter table facts no force row level security')
  await world.owner.query(block)
  await world.owner.query('alter table facts force row level security')
  expect(await kept()).toEqual(['Dana thanked Mei'])
})
