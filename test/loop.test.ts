import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { newBlockId } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import * as feed from '#feed/contract.ts'
import * as impact from '#impact/contract.ts'
import * as leaders from '#leader/contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import * as recognition from '#recognition/contract.ts'
import * as searching from '#search/contract.ts'
import * as reviews from '#validation/contract.ts'
import { openWorld } from './world.ts'

const world = openWorld()

const step = (title: string, content: unknown[]) => ({
  type: 'step',
  attrs: { id: newBlockId(), title },
  content,
})
const words = (text: string) => ({
  type: 'paragraph',
  attrs: { id: newBlockId() },
  content: [{ type: 'text', text }],
})
const question = {
  type: 'question',
  attrs: {
    id: newBlockId(),
    kind: 'truefalse',
    prompt: 'Zero is a measurement too.',
    points: 1,
    answer: true,
    feedback: { right: 'Exactly.', wrong: 'It is.' },
  },
}
const document = {
  type: 'doc',
  content: [step('Why zero drifts', [words('The bridge has warmed.')]), step('Check yourself', [question])],
} as unknown as CourseDocument

test('a need becomes a course that peers validated, that people learned and thanked for, and the loop shows it', async () => {
  const org = await world.organization()
  const [ines, tomas, priya, mei] = [
    await org.person('Ines Duarte'),
    await org.person('Tomas Lindqvist', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Mei Tanaka'),
  ]
  const need = await ines.does(needs.raiseNeed, {
    body: { title: 'Zeroing a torque transducer', details: '', groupId: org.root },
  })
  const aNeed = { params: { needId: need.id } }
  await mei.does(needs.voiceNeed, aNeed)
  world.pass({ days: 1 })
  await tomas.does(leaders.claimNeed, aNeed)
  expect(await mei.isRefused(leaders.claimNeed, aNeed)).toMatchObject({ code: 'need.claimed' })
  world.pass({ days: 2 })

  const draft = await tomas.does(courses.createCourse, {
    body: { title: 'Zero it', groupId: org.root, needId: need.id },
  })
  const course = { params: { courseId: draft.course.id } }
  await tomas.does(courses.saveDraft, {
    ...course,
    body: {
      revision: 1,
      title: 'Zero it',
      objective: 'You can zero it.',
      tags: [],
      language: 'en',
      document,
    },
  })
  expect((await tomas.does(reviews.suggestReviewers, course)).items.map(({ name }) => name)).toContain(
    'Priya Nair',
  )
  const own = await tomas.isRefused(reviews.askForReview, { ...course, body: { reviewerIds: [tomas.id] } })
  expect(own.status).toBe(422)
  const asked = await tomas.does(reviews.askForReview, { ...course, body: { reviewerIds: [priya.id] } })
  const review = { params: { reviewId: asked.id } }
  expect((await mei.isRefused(reviews.getReview, review)).status).toBe(404)
  const blockId = document.content[0]?.content[0]?.attrs.id ?? ''
  await priya.does(reviews.makeFinding, {
    ...review,
    body: { blockId, severity: 'should', body: 'By how much?' },
  })
  await priya.does(reviews.giveVerdict, { ...review, body: { verdict: 'changes' } })
  const [round] = (await tomas.does(reviews.listCourseReviews, course)).items
  expect(round).toMatchObject({ outcome: 'changes', findings: [{ body: 'By how much?', blockId }] })
  const second = await tomas.does(reviews.askForReview, { ...course, body: { reviewerIds: [priya.id] } })
  world.pass({ days: 1 })
  await priya.does(reviews.giveVerdict, { params: { reviewId: second.id }, body: { verdict: 'approve' } })
  await world.settle()

  expect((await ines.does(needs.getNeed, aNeed)).state).toBe('answered')
  const [news] = (await mei.does(feed.getFeed)).items
  expect(news).toMatchObject({
    kind: 'course.published',
    reason: 'you-voiced',
    unread: true,
    course: { title: 'Zero it' },
  })

  const { stepId } = await mei.does(learning.startCourse, course)
  const first = await mei.does(learning.getStep, { params: { ...course.params, stepId } })
  expect(first.step.title).toBe('Why zero drifts')
  await mei.does(learning.completeStep, { params: { ...course.params, stepId } })
  const quiz = { params: { ...course.params, stepId: first.outline[1]?.id ?? '' } }
  const page = await mei.does(learning.getStep, quiz)
  expect(JSON.stringify(page.step)).not.toContain('answer')
  expect(await mei.isRefused(learning.completeStep, quiz)).toMatchObject({ code: 'step.unanswered' })
  const given = await mei.does(learning.answerQuestion, {
    ...course,
    body: { blockId: question.attrs.id, response: { truth: true } },
  })
  expect(given).toMatchObject({ correct: true, feedback: 'Exactly.' })
  expect((await mei.does(learning.completeStep, quiz)).completedAt).not.toBeNull()
  const comment = await mei.does(talk.commentOnCourse, {
    ...course,
    body: { anchor: blockId, body: 'Is a tenth enough?' },
  })
  await tomas.does(talk.commentOnCourse, {
    ...course,
    body: { parentId: comment.id, body: 'For class 0.1 use a twentieth.' },
  })
  await mei.does(talk.reactToCourse, { params: { ...course.params, kind: 'useful' } })
  await mei.does(recognition.giveKudos, {
    body: { toIds: [tomas.id], courseId: draft.course.id, reason: 'Saved us a return trip to Oslo.' },
  })
  await world.settle()

  const insight = await tomas.does(learning.getInsight, course)
  expect(insight).toMatchObject({ started: 1, completed: 1, questions: [{ people: 1, correct: 1 }] })
  const loop = await ines.does(impact.getLoop)
  expect(loop.stages.map(({ stage, count }) => [stage, count])).toEqual([
    ['need', 1],
    ['leader', 1],
    ['course', 1],
    ['validation', 1],
    ['learning', 1],
    ['recognition', 1],
    ['impact', 0],
  ])
  expect(loop.stages.map(({ medianDays }) => medianDays && Math.round(medianDays))).toEqual([
    null,
    1,
    2,
    1,
    0,
    0,
    null,
  ])
  const counted = await ines.does(impact.listJourneys, { params: { stage: 'validation' } })
  expect(counted.items).toMatchObject([{ needId: need.id, courseId: draft.course.id }])

  const found = async (q: string) =>
    (await mei.does(searching.search, { query: { q } })).items.map(({ kind, title }) => `${kind}: ${title}`)
  expect(await found('zero')).toEqual(expect.arrayContaining(['course: Zero it', 'step: Why zero drifts']))
  expect(await found('Linqvist')).toContain('member: Tomas Lindqvist')
  expect(await found('torqe transd')).toContain('need: Zeroing a torque transducer')

  const next = await ines.does(needs.raiseNeed, {
    body: { title: 'How to zero a scale', details: 'zero it', groupId: org.root },
  })
  const { items } = await ines.does(leaders.suggestExperts, { params: { needId: next.id } })
  expect(items[0]).toMatchObject({ member: { name: 'Tomas Lindqvist' } })
  expect(items[0]?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['published', 'thanked']))
})
