import { expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import { blockId, documentOf, publishAgain, published, words } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { listWaitingQuestions } from '#volunteers/contract.ts'
import * as talk from './talk.contract.ts'

/** What is said about a passage stays with it through every version of the course. */
const world = openWorld()

const passage = (text = 'Zero it.') => words('p1', text)
const first = { s1: [passage(), words('p2', 'Wait.')], s2: [words('p3', 'Load it.')] }
const edited = { ...first, s1: [passage('Zero it twice.'), words('p2', 'Wait.')] }
const moved = { s1: [words('p2', 'Wait.')], s2: [words('p3', 'Load it.'), passage('Zero it twice.')] }
const gone = { s1: [words('p2', 'Wait.')], s2: [words('p3', 'Load it.')] }
/** The step goes in which the passage stood last. */
const goneWithStep = { s1: [words('p2', 'Wait.')] }
const back = { ...moved, s2: [passage('Zero it again.')] }

const anchor = blockId('p1')
const useful = (courseId: string) => ({ params: { courseId, kind: 'useful' as const }, query: { anchor } })

/** A course in which somebody asked about a passage, found it useful, and was answered. */
async function discussed() {
  const org = await world.organization()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah'),
  ]
  const courseId = await published(org, dana, documentOf(first))
  const params = { courseId }
  const say = (who: Person, body: { body: string; anchor?: string; quote?: string; parentId?: string }) =>
    who.does(talk.commentOnCourse, { params, body })
  const asked = await say(mei, { anchor, quote: 'Zero it.', body: 'In the cold?' })
  await say(dana, { parentId: asked.id, body: 'In the cold too.' })
  await mei.does(talk.reactToCourse, useful(courseId))
  await world.settle()
  const publish = (steps: Record<string, unknown[]>) => publishAgain(org, dana, courseId, documentOf(steps))
  return { org, dana, mei, kofi, params, asked, say, publish }
}
type Discussed = Awaited<ReturnType<typeof discussed>>

/** What a reader finds on a step, or in all of the course: who said what where, how often, and how people reacted. */
async function found({ kofi, params }: Discussed, step?: string) {
  const input = { params, query: step ? { stepId: blockId(step) } : {} }
  const { items: said } = await kofi.does(talk.listCourseComments, input)
  const { items: counts } = await kofi.does(talk.countCourseComments, input)
  const { items: reactions } = await kofi.does(talk.listCourseReactions, input)
  return {
    said: said.map(({ quote, body, stepId }) => [quote, body, stepId]),
    counts: counts.map((one) => [one.anchor, one.count]),
    reactions: reactions.map((one) => [one.anchor, one.kind, one.count]),
  }
}
const nothing = { said: [], counts: [], reactions: [] }
const discussionOn = (step: string | null) => ({
  said: [
    ['Zero it.', 'In the cold?', step && blockId(step)],
    ['', 'In the cold too.', step && blockId(step)],
  ],
  counts: [[anchor, 2]],
  reactions: [[anchor, 'useful', 1]],
})

/** The steps to which the news leads those who take part. */
async function linksOf({ dana, mei }: Discussed) {
  const steps = async (who: Person) =>
    (await who.does(feed.getFeed, { query: { only: 'personal' } })).items
      .filter(({ kind }) => kind === 'comment.made')
      .map(({ data }) => data.stepId)
  return [...(await steps(dana)), ...(await steps(mei))]
}

test('a discussion, its count and its reactions stay with a passage that is edited, then moved to another step', async () => {
  const course = await discussed()
  await course.publish(edited)
  expect([await found(course, 's1'), await found(course, 's2')]).toEqual([discussionOn('s1'), nothing])
  expect(await linksOf(course)).toEqual([blockId('s1'), blockId('s1')])
  await course.publish(moved)
  expect([await found(course, 's1'), await found(course, 's2')]).toEqual([nothing, discussionOn('s2')])
  expect(await found(course)).toEqual(discussionOn('s2'))
  // What was written of it in the news, and what is said from now on, leads to where it stands.
  expect(await linksOf(course)).toEqual([blockId('s2'), blockId('s2')])
  await course.say(course.mei, { parentId: course.asked.id, body: 'Thank you.' })
  await world.settle()
  expect(await linksOf(course)).toEqual([blockId('s2'), blockId('s2'), blockId('s2')])
})

test.each([
  ['alone', gone],
  ['with its step', goneWithStep],
])(
  'while a passage is gone %s, what was said of it is read in the course, and leads to no step',
  async (_, without) => {
    const course = await discussed()
    await course.publish(moved)
    await course.publish(without)
    expect(await found(course)).toEqual(discussionOn(null))
    expect(await found(course, 's1')).toEqual(nothing)
    expect(await linksOf(course)).toEqual([null, null])
    // The thread goes on; a new one cannot begin on what is not there.
    await course.say(course.kofi, { parentId: course.asked.id, body: 'And in the wet?' })
    const again = { params: course.params, body: { anchor, body: 'Where is it?' } }
    const { faults } = await course.kofi.isRefused(talk.commentOnCourse, again)
    expect(faults).toMatchObject([{ pointer: '/anchor', code: 'comment.no-such-place' }])
    expect((await found(course)).counts).toEqual([[anchor, 3]])
  },
)

test('a reaction to a passage that is gone can be taken back, and not given', async () => {
  const course = await discussed()
  await course.publish(gone)
  const { courseId } = course.params
  const { faults } = await course.kofi.isRefused(talk.reactToCourse, useful(courseId))
  expect(faults).toMatchObject([{ pointer: '/anchor', code: 'reaction.no-such-place' }])
  await course.mei.does(talk.unreactToCourse, useful(courseId))
  expect((await found(course)).reactions).toEqual([])
  await course.publish(back)
  expect(await found(course, 's2')).toEqual({ ...discussionOn('s2'), reactions: [] })
})

test('a passage that is brought back has its discussion, its counts and its links again', async () => {
  const course = await discussed()
  await course.publish(goneWithStep)
  await course.publish(back)
  expect([await found(course), await found(course, 's2')]).toEqual([discussionOn('s2'), discussionOn('s2')])
  expect(await linksOf(course)).toEqual([blockId('s2'), blockId('s2')])
  await course.kofi.does(talk.reactToCourse, useful(course.params.courseId))
  expect((await found(course, 's2')).reactions).toEqual([[anchor, 'useful', 2]])
})

test('a question that waits for an answer leads to where its passage stands now', async () => {
  const course = await discussed()
  await course.say(course.mei, { anchor, body: 'And in the wet?' })
  const step = async () => (await course.kofi.does(listWaitingQuestions)).items.map(({ stepId }) => stepId)
  expect(await step()).toEqual([blockId('s1')])
  await course.publish(moved)
  expect(await step()).toEqual([blockId('s2')])
  await course.publish(gone)
  expect(await step()).toEqual([null])
})
