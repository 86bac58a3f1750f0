import { expect, test } from 'vitest'
import { enqueue } from '#platform/scope'
import { openWorld } from '#test/world.ts'
import { act, type Stage } from './stage.ts'

const world = openWorld()

test('what the story enqueues for a moment of its own is not worked on until it is told, what it enqueues at once is', async () => {
  const org = await world.organization()
  await world.settle()
  const none = () => new Map<string, string>()
  const stage: Stage = {
    ...{ runtime: world.cairn.runtime, org: org.id, begin: 0, random: () => 0, later: new Map() },
    ...{ needs: none(), courses: none(), surveys: none(), topics: none(), badges: none() },
    ...{ authors: none(), groups: none(), actors: new Map() },
  }
  await org.as(async ({ actor }) => void stage.actors.set('ada', actor))
  const payload = { org: org.id, reviewId: crypto.randomUUID() }
  await act(stage, 'ada', new Date('2025-11-03T09:00:00Z'), async (scope) => {
    for (const day of ['04', '05'])
      enqueue(scope, { task: 'review-turn', payload, runAt: `2025-11-${day}T09:00:00.000Z`, key: 'turn' })
    enqueue(scope, { task: 'health', payload: { org: org.id } })
  })
  const { rows } = await world.owner.query('select task_identifier as task from graphile_worker.jobs')
  expect(rows).toEqual([{ task: 'health' }])
  expect([...stage.later.values()]).toMatchObject([
    { task: 'review-turn', runAt: '2025-11-05T09:00:00.000Z' },
  ])
})
