import { expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import { blockId, documentOf, published, words } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as talk from './talk.contract.ts'

/** Whoever asked says which answer helped. */
const world = openWorld()

async function thread() {
  const org = await world.organization()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah'),
  ]
  const params = { courseId: await published(org, dana, documentOf({ s1: [words('p1', 'Zero it.')] })) }
  const say = async (who: typeof mei, body: string, parentId: string | null = null) => {
    const { id } = await who.does(talk.commentOnCourse, {
      params,
      body: { body, parentId, anchor: parentId ? '' : blockId('p1') },
    })
    world.pass({ minutes: 1 })
    return { id, params: { ...params, commentId: id } }
  }
  const question = await say(mei, 'Which way?')
  const left = await say(kofi, 'To the left.', question.id)
  const right = await say(dana, 'To the right.', question.id)
  /** What each comment says of itself, in their order: a question names its answer. */
  const shown = async () =>
    (await kofi.does(talk.listCourseComments, { params })).items.map(({ accepted, answerId }) =>
      answerId ? answerId : accepted,
    )
  return { org, dana, mei, kofi, params, say, question, left, right, shown }
}

test('one answer of a thread is the accepted one: another takes its place, and none is once it is taken back', async () => {
  const { org, mei, question, left, right, shown } = await thread()
  expect(await shown()).toEqual([false, false, false])
  const { accepted, can } = await mei.does(talk.acceptAnswer, left)
  expect([accepted, can.accept]).toEqual([true, true])
  await mei.does(talk.acceptAnswer, left)
  expect(await shown()).toEqual([left.id, true, false])
  await mei.does(talk.acceptAnswer, right)
  expect(await shown()).toEqual([right.id, false, true])
  await mei.does(talk.unacceptAnswer, left)
  expect(await shown()).toEqual([right.id, false, true])
  await mei.does(talk.unacceptAnswer, right)
  expect(await shown()).toEqual([false, false, false])
  expect([await org.countFacts('comment.accepted'), await org.countFacts('comment.unaccepted')]).toEqual([
    2, 2,
  ])
  const [asked] = (await mei.does(talk.listCourseComments, { params: question.params })).items
  expect(asked?.can.accept).toBe(false)
})

test('only whoever asked accepts, an answer, and not their own', async () => {
  const { dana, mei, kofi, params, say, question, left, shown } = await thread()
  const refusal = async (who: typeof mei, at: typeof left) => {
    const { status, code } = await who.isRefused(talk.acceptAnswer, at)
    return [status, code]
  }
  for (const who of [dana, kofi]) {
    expect(await refusal(who, left)).toEqual([403, 'comment.not-your-question'])
    expect((await who.isRefused(talk.unacceptAnswer, left)).code).toBe('comment.not-your-question')
  }
  const own = await say(mei, 'I found it myself.', question.id)
  expect(await refusal(mei, own)).toEqual([409, 'comment.own-answer'])
  expect(await refusal(mei, question)).toEqual([409, 'comment.no-answer'])
  expect(await refusal(kofi, question)).toEqual([403, 'comment.not-your-question'])
  const unknown = { ...left, params: { ...params, commentId: crypto.randomUUID() } }
  expect(await refusal(mei, unknown)).toEqual([404, 'comment.not-found'])
  const { items } = await mei.does(talk.listCourseComments, { params })
  expect(items.map(({ can }) => can.accept)).toEqual([false, true, true, false])
  expect(await shown()).toEqual([false, false, false, false])
})

test('a removed answer is none: it cannot be accepted, and an accepted one is so again once it is back', async () => {
  const { mei, kofi, question, left, shown } = await thread()
  await kofi.does(talk.removeCourseComment, left)
  expect((await mei.isRefused(talk.acceptAnswer, left)).code).toBe('comment.answer-removed')
  await kofi.does(talk.returnCourseComment, left)
  await mei.does(talk.acceptAnswer, left)
  await kofi.does(talk.removeCourseComment, left)
  expect(await shown()).toEqual([false, false, false])
  await kofi.does(talk.returnCourseComment, left)
  expect(await shown()).toEqual([left.id, true, false])
  await mei.does(talk.removeCourseComment, question)
  await mei.does(talk.unacceptAnswer, left)
  expect((await mei.isRefused(talk.acceptAnswer, left)).code).toBe('comment.question-removed')
})

test('whoever answered hears once that it helped, and no more when that is taken back', async () => {
  const { dana, mei, kofi, left, right } = await thread()
  const heard = async (who: typeof mei) => {
    await world.settle()
    const { items } = await who.does(feed.getFeed, { query: { only: 'personal' } })
    return items
      .filter(({ kind }) => kind === 'comment.accepted')
      .map(({ actor, reason, data }) => [actor?.name, reason, data.words, data.stepId])
  }
  const unread = async (who: typeof mei) => (await who.does(feed.countUnread)).unread
  const told = ['Mei Tanaka', 'you-answered', 'To the left.', blockId('s1')]
  await mei.does(talk.acceptAnswer, left)
  await mei.does(talk.unacceptAnswer, left)
  await mei.does(talk.acceptAnswer, left)
  expect([await heard(kofi), await heard(dana), await heard(mei)]).toEqual([[told], [], []])
  await kofi.does(talk.changeCourseComment, { ...left, body: { body: 'To the left!' } })
  expect((await heard(kofi))[0]?.[2]).toBe('To the left!')
  const before = await unread(kofi)
  await kofi.does(talk.removeCourseComment, left)
  expect([await heard(kofi), await unread(kofi)]).toEqual([[], before - 1])
  await kofi.does(talk.returnCourseComment, left)
  expect(await heard(kofi)).toHaveLength(1)
  await mei.does(talk.acceptAnswer, right)
  expect([await heard(kofi), (await heard(dana)).length]).toEqual([[], 1])
})
