import type { z } from 'zod'
import * as courses from '#course/contract.ts'
import { newBlockId } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import * as feed from '#feed/contract.ts'
import * as impact from '#impact/contract.ts'
import * as leaders from '#leader/contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import type { CallInput } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import * as recognition from '#recognition/contract.ts'
import * as reviews from '#validation/contract.ts'

/** Someone who acts in the story: `id`, and the way to call an endpoint as them. */
export interface Player {
  id: string
  does: <E extends Endpoint>(endpoint: E, input?: CallInput<E>) => Promise<z.output<E['returns']>>
}

/** Who plays: one needs, one writes, one reviews, the others learn. */
export interface Players {
  needs: Player
  writes: Player
  reviews: Player
  learn: readonly Player[]
}

const words = (text: string) => ({
  type: 'paragraph',
  attrs: { id: newBlockId() },
  content: [{ type: 'text', text }],
})

function lesson() {
  const attrs = {
    id: newBlockId(),
    kind: 'truefalse',
    prompt: 'Zero is a measurement too.',
    points: 1,
    answer: true,
    feedback: { right: 'Exactly.', wrong: 'It is.' },
  }
  const content = [words('The bridge has warmed.'), { type: 'question', attrs }]
  const step = { type: 'step', attrs: { id: newBlockId(), title: 'Why zero drifts' }, content }
  const document = { type: 'doc', content: [step] } as unknown as CourseDocument
  return { document, blockId: attrs.id }
}

/** A need is raised, voiced and claimed; a course answers it in three saves. */
async function write(players: Players, groupId: string, title: string) {
  const { document, blockId } = lesson()
  const need = await players.needs.does(needs.raiseNeed, { body: { title, details: '', groupId } })
  const aNeed = { params: { needId: need.id } }
  await Promise.all(players.learn.map((one) => one.does(needs.voiceNeed, aNeed)))
  await players.writes.does(leaders.claimNeed, aNeed)
  const made = await players.writes.does(courses.createCourse, {
    body: { title, objective: 'You zero a gauge in the cold.', groupId, needId: need.id },
  })
  const course = { params: { courseId: made.course.id } }
  for (const revision of [1, 2, 3]) {
    const objective = `You can do it, ${revision}.`
    const body = { revision, title, objective, tags: [], language: 'en' as const, document }
    await players.writes.does(courses.saveDraft, { ...course, body })
  }
  return { course, blockId }
}

/** A peer asks for changes, then approves: the course is published. */
async function validate(players: Players, course: { params: { courseId: string } }, blockId: string) {
  const body = { reviewerIds: [players.reviews.id] }
  const asked = await players.writes.does(reviews.askForReview, { ...course, body })
  const first = { params: { reviewId: asked.id } }
  const finding = { blockId, severity: 'should' as const, body: 'By how much?' }
  await players.reviews.does(reviews.makeFinding, { ...first, body: finding })
  await players.reviews.does(reviews.giveVerdict, { ...first, body: { verdict: 'changes' } })
  const again = await players.writes.does(reviews.askForReview, { ...course, body })
  const second = { params: { reviewId: again.id }, body: { verdict: 'approve' as const } }
  await players.reviews.does(reviews.giveVerdict, second)
}

/** A member works through the course, asks, and thanks its author. */
async function study(
  one: Player,
  players: Players,
  course: { params: { courseId: string } },
  blockId: string,
) {
  const { courseId } = course.params
  const { stepId } = await one.does(learning.startCourse, course)
  const answer = { blockId, response: { truth: true } }
  await one.does(learning.answerQuestion, { ...course, body: answer })
  await one.does(learning.completeStep, { params: { courseId, stepId } })
  await one.does(talk.commentOnCourse, { ...course, body: { anchor: blockId, body: 'Is a tenth enough?' } })
  await one.does(talk.reactToCourse, { params: { courseId, kind: 'useful' } })
  const thanks = { toIds: [players.writes.id], courseId, reason: 'It saved us a return trip to Oslo.' }
  await one.does(recognition.giveKudos, { body: thanks })
}

/** The whole knowledge loop, once for each title, by calls that each wait for their answer. */
export async function playStory(players: Players, groupId: string, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const { course, blockId } = await write(players, groupId, title)
    await validate(players, course, blockId)
    await Promise.all(players.learn.map((one) => study(one, players, course, blockId)))
  }
}

/** What members see of it in the end, without what differs from run to run: ids and moments. */
export async function seen({ needs: reader, writes }: Players) {
  const loop = await reader.does(impact.getLoop)
  const news = await writes.does(feed.getFeed, { query: { limit: 100 } })
  const board = await reader.does(needs.listNeeds, { query: { state: 'all', limit: 100 } })
  return {
    stages: Object.fromEntries(loop.stages.map(({ stage, count }) => [stage, count])),
    news: news.items.map(({ kind, reason }) => `${kind} ${reason}`).sort(),
    needs: board.items.map(({ title, voices, state }) => ({ title, voices, state })).sort(byTitle),
  }
}

const byTitle = (one: { title: string }, other: { title: string }) => one.title.localeCompare(other.title)
