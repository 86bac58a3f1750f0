import { expect, test } from 'vitest'
import { answerCoaching, askCoach, offerCoaching } from '#community/coach.contract.ts'
import { createCourse } from '#course/contract.ts'
import { answerAsked, askExperts } from '#leader/asking.contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { commentOnCourse } from '#learning/talk.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { endMembership } from '#people/contract.ts'
import { asks, clip, edit, given, readers, step, tip } from '#test/contributing.ts'
import { blockId, documentOf, published, truth, words, write } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { picture } from '#test/picture.ts'
import { sendAhead } from '#test/sending.ts'
import { openWorld } from '#test/world.ts'
import { askForReview, withdrawReview } from '#validation/contract.ts'
import { makeContribution, withdrawContribution } from './contribution.contract.ts'
import {
  getLadder,
  getMemberLadder,
  leaveProposals,
  returnToProposals,
  setLadderChoices,
} from './ladder.contract.ts'
import { rungNames } from './rungs.ts'

const world = openWorld()
const done = async (who: Person) => {
  const { rungs } = await who.does(getLadder)
  return Object.fromEntries(rungs.flatMap(({ rung, count }) => (count > 0 ? [[rung, count]] : [])))
}
const nextOf = async (who: Person) => (await who.does(getLadder)).next
const propose = async (org: Organization) => {
  await world.cairn.tasks.ladder?.({ org: org.id })
  await world.settle()
}
const proposed = async (org: Organization, { id }: Person) =>
  (await org.facts('ladder.proposed'))
    .map((fact) => fact as { memberId: string; rung: string })
    .filter(({ memberId }) => memberId === id)
    .map(({ rung }) => rung)
const away = {
  helpsWith: '',
  topicIds: [],
  languages: ['en' as const],
  availability: 'away' as const,
  until: null,
}

test('what one did is counted from what happened, rung by rung, but for what one took back', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const { rungs, next, choices } = await mei.does(getLadder)
  expect(rungs.map(({ rung, count }) => [rung, count])).toEqual(rungNames.map((rung) => [rung, 0]))
  expect(choices).toEqual({ isNamed: true, isShown: false, wantsProposals: true })
  expect(next?.rung).toBe('tip')
  const at = { params: { courseId } }
  const asked = await dana.does(commentOnCourse, { ...at, body: { body: 'Does it drift in the cold?' } })
  await mei.does(commentOnCourse, { ...at, body: { body: 'It does.', parentId: asked.id } })
  const made = await mei.does(makeContribution, given(courseId, tip()))
  await mei.does(makeContribution, given(courseId, asks()))
  await mei.does(makeContribution, given(courseId, step('Check it', 'Twice.')))
  expect(await done(mei)).toEqual({ answer: 1, tip: 1, question: 1, step: 1 })
  await mei.does(withdrawContribution, { params: { contributionId: made.id } })
  expect(await done(mei)).toEqual({ answer: 1, question: 1, step: 1 })
  expect(await done(dana)).toEqual({ course: 1 })
  // Whoever asks and answers themselves has answered nobody.
  const own = await mei.does(commentOnCourse, { ...at, body: { body: 'And in the heat?' } })
  await mei.does(commentOnCourse, { ...at, body: { body: 'It does too.', parentId: own.id } })
  expect((await done(mei)).answer).toBe(1)
  expect(await org.countFacts('ladder.proposed')).toBe(0)
})

test('the next thing is a real one: what one was asked, then a question without an answer, then a course that lacks it', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  expect(await nextOf(mei)).toEqual({
    rung: 'tip',
    path: linkTo(
      paths.player,
      { courseId, stepId: blockId('s1') },
      { query: { better: 'tip', on: blockId('p1') } },
    ),
    about: 'Zero it: Step s1',
  })
  const body = { body: 'Does it drift in the cold?', anchor: blockId('p3') }
  await dana.does(commentOnCourse, { params: { courseId }, body })
  expect(await nextOf(mei)).toEqual({
    rung: 'answer',
    path: linkTo(paths.player, { courseId, stepId: blockId('s2') }),
    about: body.body,
  })
  const need = { title: 'Which transducer fits?', details: '', groupId: org.root }
  const { id: needId } = await dana.does(raiseNeed, { body: need })
  await dana.does(askExperts, { params: { needId }, body: { firstId: mei.id } })
  expect(await nextOf(mei)).toEqual({
    rung: 'answer',
    path: linkTo(paths.need, { needId }),
    about: need.title,
  })
  await mei.does(answerAsked, { params: { needId }, body: { answer: 'helping' } })
  expect(await done(mei)).toEqual({ answer: 1 })
  expect((await nextOf(mei))?.rung).toBe('tip')
})

test('a question is proposed for a step that has none, in one’s own topics before others', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  await mei.does(makeContribution, given(courseId, tip()))
  const other = await published(
    org,
    dana,
    documentOf({ s1: [words('p1', 'Torque wrenches.'), truth('q1')], s2: [words('p2', 'Torque again.')] }),
  )
  const admin = await org.admin()
  const { id } = await admin.does(addTopic, { body: { name: 'Torque', words: ['wrenches'] } })
  await mei.does(setProfile, { body: { ...away, availability: 'open', topicIds: [id] } })
  await world.settle()
  const next = async () => (await nextOf(mei))?.path ?? ''
  expect(await next()).toContain('better=clip')
  await mei.does(makeContribution, given(courseId, clip(await sendAhead(mei, 'bench.png', picture(4, 3)))))
  await mei.does(makeContribution, given(courseId, edit('Warm it up.', 'Heat it up.')))
  const path = await next()
  expect(path).toContain('better=question')
  expect(path).toContain(linkTo(paths.player, { courseId: other, stepId: blockId('s2') }))
})

test('who helped lately is proposed one thing a week, and hears of it; who did nothing is not', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const ines = await org.person('Ines Duarte')
  await propose(org)
  expect(await proposed(org, mei)).toEqual([])
  await mei.does(makeContribution, given(courseId, tip()))
  for (let times = 0; times < 2; times += 1) await propose(org)
  expect(await proposed(org, mei)).toEqual(['clip'])
  expect([await proposed(org, ines), await proposed(org, dana)]).toEqual([[], []])
  world.pass({ days: 6 })
  await propose(org)
  expect(await proposed(org, mei)).toHaveLength(1)
  world.pass({ days: 1 })
  await propose(org)
  expect(await proposed(org, mei)).toHaveLength(2)
  world.pass({ days: 31 })
  await propose(org)
  expect(await proposed(org, mei)).toHaveLength(2)
})

test('who offers to coach helps too, and is proposed the next thing', async () => {
  const { org, dana } = await readers(world)
  await propose(org)
  expect(await proposed(org, dana)).toEqual([])
  await dana.does(offerCoaching, { body: { atOnce: 1 } })
  await propose(org)
  expect(await proposed(org, dana)).toHaveLength(1)
})

test('who waits for what peers say of a course is not asked to begin another one', async () => {
  const { org } = await readers(world, true)
  const [ines] = [await org.person('Ines Duarte'), await org.person('Kofi Mensah', 'reviewer')]
  expect((await nextOf(ines))?.rung).toBe('course')
  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root }
  const { course } = await ines.does(createCourse, { body })
  await write(ines, course.id, documentOf({ s1: [words('p8', 'Warm it up.')] }))
  const params = { courseId: course.id }
  const { id } = await ines.does(askForReview, { params, body: { reviewerIds: [] } })
  expect(await nextOf(ines)).toBeNull()
  await ines.does(withdrawReview, { params: { reviewId: id } })
  expect((await nextOf(ines))?.rung).toBe('course')
})

test('who wants no proposals, is away or has left gets none', async () => {
  const { org, mei, courseId } = await readers(world)
  const [ines, tom] = [await org.person('Ines Duarte'), await org.person('Tom Away')]
  for (const who of [mei, ines, tom]) await who.does(makeContribution, given(courseId, tip()))
  for (let times = 0; times < 2; times += 1)
    expect((await mei.does(leaveProposals)).choices.wantsProposals).toBe(false)
  expect(await org.countFacts('ladder.left')).toBe(1)
  await tom.does(setProfile, { body: away })
  await (await org.admin()).does(endMembership, { params: { memberId: ines.id } })
  await propose(org)
  expect(await org.countFacts('ladder.proposed')).toBe(0)
  for (let times = 0; times < 2; times += 1)
    expect((await mei.does(returnToProposals)).choices.wantsProposals).toBe(true)
  await propose(org)
  expect([await proposed(org, mei), await proposed(org, tom)]).toEqual([['clip'], []])
})

test('nothing of a private group is proposed to who may not see it', async () => {
  const { org, dana, courseId } = await readers(world, true)
  const ines = await org.person('Ines Duarte')
  await dana.does(commentOnCourse, { params: { courseId }, body: { body: 'A secret?' } })
  expect(await nextOf(ines)).toMatchObject({ rung: 'course', about: null })
})

test('others see what one did only while one shows it', async () => {
  const { dana, mei, courseId } = await readers(world)
  await mei.does(makeContribution, given(courseId, tip()))
  const seen = async () => (await dana.does(getMemberLadder, { params: { memberId: mei.id } })).rungs
  expect(await seen()).toBeNull()
  await mei.does(setLadderChoices, { body: { isNamed: true, isShown: true } })
  expect(await seen()).toMatchObject([
    { rung: 'answer', count: 0 },
    { rung: 'tip', count: 1 },
    ...rungNames.slice(2).map((rung) => ({ rung, count: 0 })),
  ])
  await mei.does(setLadderChoices, { body: { isNamed: true, isShown: false } })
  expect(await seen()).toBeNull()
})

test('coaching is proposed to who leads and has published a course, and counted where somebody offers it or coaches', async () => {
  const { org, dana, mei } = await readers(world)
  expect(await done(dana)).toEqual({ course: 1 })
  expect(await nextOf(dana)).toMatchObject({ rung: 'coach', path: '/lead/community?part=coaching' })
  await dana.does(offerCoaching, { body: { atOnce: 2 } })
  expect(await done(dana)).toEqual({ course: 1, coach: 1 })
  // What was done is not proposed again before everything else that is possible.
  expect((await nextOf(dana))?.rung).not.toBe('coach')
  const kofi = await org.person('Kofi Mensah', 'leader')
  const { id: coachingId } = await kofi.does(askCoach, {
    body: { coachId: dana.id, topicId: null, words: 'My first course is too long. Where do I cut?' },
  })
  await dana.does(answerCoaching, { params: { coachingId }, body: { answer: 'accept' } })
  expect(await done(dana)).toEqual({ course: 1, coach: 2 })
  // Who leads nowhere would stand before a closed door.
  await published(org, mei, documentOf({ s1: [words('p9', 'Warm it up')] }), org.root)
  expect(await done(mei)).toEqual({ course: 1 })
  expect((await nextOf(mei))?.rung).not.toBe('coach')
})
