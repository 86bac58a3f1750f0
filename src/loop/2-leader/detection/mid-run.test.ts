import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '#platform/db/transaction'
import type { InTransaction } from '#platform/threads'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection, returnToDetection } from '../contract.ts'
import * as topics from '../topic.contract.ts'
import { countHelp } from './detect.ts'

const world = openWorld()

/** A company in which Kofi answered six on torque and three of them on zeroing, and a count into whose steps something may come. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const kofi = await org.person('Kofi Mensah')
  const add = (name: string) =>
    admin.does(topics.addTopic, { body: { name, words: [name.toLowerCase()] } }).then(({ id }) => id)
  const [torque, zero] = [await add('Torque'), await add('Zeroing')]
  const inOne: InTransaction = (readOnly, step) =>
    inTransaction(world.cairn.runtime.pool, { org: org.id, readOnly, steady: readOnly }, (db, _, stream) =>
      step({ org: org.id, now: world.now(), db }, stream),
    )
  const answer = ({ id }: Person, topic: string) =>
    inOne(false, ({ db }) =>
      sql`insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at, topic)
        values (${org.id}, 'forum', ${`${id} ${topic}`}, 'answered', ${kofi.id}, ${id}, ${world.now()}, ${world.now()},
        ${topic})`.execute(db),
    )
  for (const [at, name] of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay'].entries()) {
    const one = await org.person(name)
    await answer(one, 'torque')
    if (at < 3) await answer(one, 'zeroing')
  }
  /** Counts; before one of its steps something comes between. Gives how many steps there were. */
  const count = async (before = -1, between: () => Promise<unknown> = async () => {}) => {
    let steps = 0
    await countHelp(async (readOnly, step) => {
      if (steps === before) await between()
      steps += 1
      return inOne(readOnly, step)
    }, 1_000_000_000)
    return steps
  }
  const found = () =>
    world.stored<{ topicId: string; acts: number }>(
      org.id,
      `select topic_id, acts, people, score from topic_expertise order by topic_id`,
    )
  const scored = () => world.stored<{ memberId: string; acts: number }>(org.id, 'select * from expertise')
  return { admin, kofi, torque, zero, add, count, found, scored }
}
type Company = Awaited<ReturnType<typeof company>>

test.each<[string, (lab: Company) => Promise<() => Promise<unknown>>]>([
  [
    'renamed',
    async ({ admin, torque }) => {
      const params = { topicId: torque }
      await admin.does(topics.changeTopic, { params, body: { name: 'Moments', words: ['torque'] } })
      return () => admin.does(topics.changeTopic, { params, body: { name: 'Torque', words: ['torque'] } })
    },
  ],
  [
    'merged into another',
    async ({ admin, torque, zero }) => {
      const params = { topicId: zero }
      await admin.does(topics.mergeTopic, { params, body: { into: torque } })
      return () => admin.does(topics.unmergeTopic, { params })
    },
  ],
  [
    'taken out',
    async ({ admin, add }) => {
      const { items } = await admin.does(topics.listTopics)
      const topicId = items.find(({ name }) => name === 'Zeroing')?.id ?? ''
      await admin.does(topics.removeTopic, { params: { topicId } })
      return () => add('Zeroing')
    },
  ],
])(
  'a topic that is %s before any step of a count breaks nothing, and the next count knows it',
  async (_, change) => {
    const peaceful = await company()
    await change(peaceful)
    const steps = await peaceful.count()
    const names = ({ torque }: Company, rows: { topicId: string; acts: number }[]) =>
      rows
        .map(({ topicId, ...rest }) => ({ isTorque: topicId === torque, ...rest }))
        .sort((a, b) => a.acts - b.acts)
    const expected = names(peaceful, await peaceful.found())
    expect(steps).toBeGreaterThan(5)
    expect(expected.length).toBeGreaterThan(0)
    const lab = await company()
    for (let step = 0; step < steps; step += 1) {
      let back: () => Promise<unknown> = async () => {}
      await lab.count(step, async () => {
        back = await change(lab)
      })
      expect((await lab.scored()).map(({ acts }) => acts)).toEqual([9])
      await lab.count()
      expect(names(lab, await lab.found()), `before step ${step}`).toEqual(expected)
      await back()
    }
  },
)

test('of who leaves before any step of a count nothing is found, and nothing of what they were worth stays', async () => {
  const { kofi, count, scored, found } = await company()
  const steps = await count()
  expect(await scored()).toHaveLength(1)
  for (let step = 0; step < steps; step += 1) {
    await count(step, () => kofi.does(leaveDetection))
    expect([await scored(), await found()], `before step ${step}`).toEqual([[], []])
    await kofi.does(returnToDetection)
  }
})
