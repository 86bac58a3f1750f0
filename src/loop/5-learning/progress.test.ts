import { describe, expect, test } from 'vitest'
import type { CallInput } from '#platform/http/call'
import { blockId, documentOf, publishAgain, published, truth } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as learning from './contract.ts'
import { completeStep } from './learn.ts'
import { follow } from './reactions.ts'

const world = openWorld()

async function classOf(steps: Record<string, unknown[]>, ...names: string[]) {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const courseId = await published(org, dana, documentOf(steps))
  const params = { courseId }
  const people: Person[] = []
  for (const name of names) {
    const person = await org.person(name)
    await person.does(learning.startCourse, { params })
    people.push(person)
  }
  const finish = (who: Person, step: string) =>
    who.does(learning.completeStep, { params: { courseId, stepId: blockId(step) } })
  const answer = (who: Person, block: string, truth: boolean) =>
    who.does(learning.answerQuestion, { params, body: { blockId: blockId(block), response: { truth } } })
  const again = (next: Record<string, unknown[]>) => publishAgain(org, dana, courseId, documentOf(next))
  const mine = async (who: Person) => (await who.does(learning.listMyLearning)).items[0]
  return {
    org,
    dana,
    courseId,
    params,
    people: people as [Person, ...Person[]],
    finish,
    answer,
    again,
    factsOf: org.countFacts,
    mine,
  }
}

describe('a course is completed once, when every step is done', () => {
  test('though the last two steps are finished at the same moment in two windows', async () => {
    const names = ['Mei Tanaka', 'Kofi Mensah', 'Ines Duarte', 'Lena Vogt', 'Tomas Lindqvist']
    const { people, finish, factsOf, mine } = await classOf({ s1: [], s2: [] }, ...names)
    for (const person of people) {
      await Promise.all([finish(person, 's1'), finish(person, 's2')])
      expect((await mine(person))?.progress).toMatchObject({ stepsDone: 2, completedAt: expect.any(String) })
    }
    expect(await factsOf('course.completed')).toBe(names.length)
  })

  test('though its last step is finished twice at the same moment', async () => {
    const { people, finish, factsOf } = await classOf({ s1: [] }, 'Mei Tanaka')
    const [mei] = people
    const [first, second] = await Promise.all([finish(mei, 's1'), finish(mei, 's1')])
    expect(second.completedAt).toBe(first.completedAt)
    expect([await factsOf('step.completed'), await factsOf('course.completed')]).toEqual([1, 1])
  })

  test('and whoever skips a step is led back to it, not left at the end', async () => {
    const { people, finish, mine } = await classOf({ s1: [], s2: [], s3: [] }, 'Mei Tanaka')
    const [mei] = people
    await finish(mei, 's2')
    await finish(mei, 's3')
    expect(await mine(mei)).toMatchObject({
      stepId: blockId('s1'),
      progress: { stepsDone: 2, completedAt: null },
    })
  })
})

describe('a new version resets nobody:', () => {
  test('a step that was done and is gone no longer counts, and what is left counts as it is', async () => {
    const { people, finish, again, mine } = await classOf({ s1: [], s2: [], s3: [] }, 'Mei Tanaka')
    const [mei] = people
    await finish(mei, 's1')
    await finish(mei, 's2')
    await again({ s1: [], s3: [] })
    expect((await mine(mei))?.progress).toMatchObject({ stepsDone: 1, steps: 2, completedAt: null })
  })

  test('who has done every step that is left has completed it, without having to come back', async () => {
    const { people, finish, again, factsOf, mine } = await classOf(
      { s1: [], s2: [] },
      'Mei Tanaka',
      'Kofi Mensah',
    )
    const [mei, kofi] = people as [Person, Person]
    await finish(mei, 's1')
    await again({ s1: [] })
    expect((await mine(mei))?.progress).toMatchObject({
      stepsDone: 1,
      steps: 1,
      completedAt: expect.any(String),
    })
    expect((await mine(kofi))?.progress).toMatchObject({ stepsDone: 0, steps: 1, completedAt: null })
    expect(await factsOf('course.completed')).toBe(1)
    await again({ s1: [] })
    expect(await factsOf('course.completed')).toBe(1)
  })

  test('who had completed it stays so when a step is added, and is told what is new', async () => {
    const { people, finish, again, mine } = await classOf({ s1: [] }, 'Mei Tanaka')
    const [mei] = people
    const { completedAt } = await finish(mei, 's1')
    await again({ s1: [], s2: [] })
    expect((await mine(mei))?.progress).toMatchObject({ stepsDone: 1, steps: 2, completedAt })
    expect((await finish(mei, 's2')).completedAt).toBe(completedAt)
  })

  test('a question that is gone asks nothing any more, and one that comes back is answered already', async () => {
    const { people, params, finish, answer, again, dana } = await classOf({ s1: [truth('q1')] }, 'Mei Tanaka')
    const [mei] = people
    await answer(mei, 'q1', false)
    await again({ s1: [] })
    expect((await dana.does(learning.getInsight, { params })).questions).toEqual([])
    await again({ s1: [truth('q1'), truth('q2')] })
    const [asked] = (await dana.does(learning.getInsight, { params })).questions
    expect(asked).toMatchObject({ blockId: blockId('q1'), people: 1, correct: 0 })
    const step = await mei.does(learning.getStep, { params: { ...params, stepId: blockId('s1') } })
    expect(step.answers).toMatchObject([
      { blockId: blockId('q1'), response: { truth: false }, correct: false },
    ])
    const refusal = await mei.isRefused(learning.completeStep, {
      params: { ...params, stepId: blockId('s1') },
    })
    expect(refusal).toMatchObject({ code: 'step.unanswered', blockIds: [blockId('q2')] })
    await answer(mei, 'q2', true)
    await finish(mei, 's1')
  })

  test('the last of several tries counts, and every one is kept', async () => {
    const { org, people, params, answer, dana } = await classOf({ s1: [truth('q1')] }, 'Mei Tanaka')
    const [mei] = people
    for (const truth of [false, true, false]) await answer(mei, 'q1', truth)
    const [asked] = (await dana.does(learning.getInsight, { params })).questions
    expect(asked).toMatchObject({ people: 1, correct: 0 })
    const kept = await org.as(({ db, org: orgId }) =>
      db.selectFrom('answers').select('correct').where('orgId', '=', orgId).orderBy('id').execute(),
    )
    expect(kept.map(({ correct }) => correct)).toEqual([false, true, false])
  })
})

test('the author’s numbers are the sums of the people they count, whatever way those went', async () => {
  const steps = { s1: [], s2: [], s3: [] }
  const { people, params, finish, dana, again } = await classOf(
    steps,
    'Mei Tanaka',
    'Kofi Mensah',
    'Ines Duarte',
    'Lena Vogt',
  )
  const [mei, kofi, ines] = people as [Person, Person, Person]
  for (const step of ['s1', 's2', 's3']) await finish(mei, step)
  await finish(kofi, 's3')
  await finish(ines, 's1')
  await finish(ines, 's2')
  await again({ s1: [], s2b: [], s3: [] })
  const insight = await dana.does(learning.getInsight, { params })
  const { items } = await dana.does(learning.listLearners, { params })
  expect(insight.started).toBe(items.length)
  expect(insight.completed).toBe(items.filter(({ completedAt }) => completedAt !== null).length)
  for (const { reached, done, stopped } of insight.steps) {
    expect(reached).toBe(done + stopped)
    expect(reached).toBeLessThanOrEqual(insight.started)
  }
  expect(insight.steps.map(({ done }) => done)).toEqual([2, 0, 2])
  const stopped = insight.steps.reduce((sum, step) => sum + step.stopped, 0)
  expect(stopped).toBe(insight.started - insight.completed)
  expect(items.map(({ member, stepsDone }) => [member.name, stepsDone]).sort()).toEqual([
    ['Ines Duarte', 1],
    ['Kofi Mensah', 1],
    ['Lena Vogt', 0],
    ['Mei Tanaka', 2],
  ])
  expect(items.filter(({ stepTitle }) => stepTitle === '')).toEqual([])
  const listed = async (query: NonNullable<CallInput<typeof learning.listLearners>['query']>) => {
    const list = await dana.does(learning.listLearners, { params, query })
    return list.items.map(({ member }) => member.name).sort()
  }
  expect(await listed({ state: 'completed' })).toHaveLength(insight.completed)
  expect(await listed({ state: 'open' })).toHaveLength(insight.started - insight.completed)
  for (const { id, reached, stopped } of insight.steps) {
    expect(await listed({ reached: id })).toHaveLength(reached)
    expect(await listed({ stoppedAt: id })).toHaveLength(stopped)
  }
  expect(await listed({ reached: blockId('s1') })).toEqual([
    'Ines Duarte',
    'Kofi Mensah',
    'Lena Vogt',
    'Mei Tanaka',
  ])
  expect(await listed({ stoppedAt: blockId('s3') })).toEqual(['Ines Duarte'])
  const refusal = await mei.isRefused(learning.listLearners, { params, query: { stoppedAt: blockId('s1') } })
  expect(refusal.code).toBe('course.not-yours')
})

test('a step that is finished while its learners are brought to a new version is not forgotten', async () => {
  const { org, params, courseId } = await classOf({ s1: [], s2: [] }, 'Mei Tanaka')
  const ada = await org.admin()
  await ada.does(learning.startCourse, { params })
  const [finished, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const finishing = org.as(async (scope) => {
    await completeStep(scope, courseId, blockId('s1'))
    finished.resolve()
    await held.promise
  })
  await finished.promise
  const following = org.as((scope) => follow(scope, courseId))
  const waits = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await world.cairn.runtime.pool.query(waits)).rows[0].n).toBe(1)
  held.resolve()
  await Promise.all([finishing, following])
  const { progress, stepId } = (await ada.does(learning.listMyLearning)).items[0] ?? {}
  expect(progress).toMatchObject({ stepsDone: 1, completedAt: null })
  expect(stepId).toBe(blockId('s2'))
})
