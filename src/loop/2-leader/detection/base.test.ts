import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '#platform/db/transaction'
import { newId } from '#platform/ids'
import type { InTransaction } from '#platform/threads'
import type { Organization } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { noting, notingChange } from '../signals/note.ts'
import { addTopic } from '../topic.contract.ts'
import { countHelp } from './detect.ts'

const world = openWorld()
const day = 86_400_000
const noon = Date.parse('2026-03-02T12:00:00Z')
const tables = ['counted_bases', 'counted_acts', 'counted_abouts', 'signal_changes']

/** An organization with so many members, and its signals as they are put there, changed and taken away. */
async function company(members: number) {
  const org = await world.organization()
  await (await org.admin()).does(addTopic, { body: { name: 'Zeroing', words: ['zero'] } })
  let now = new Date(noon)
  const inOne: InTransaction = (readOnly, step) =>
    inTransaction(world.cairn.runtime.pool, { org: org.id, readOnly, steady: readOnly }, (db, _, stream) =>
      step({ org: org.id, now, db }, stream),
    )
  const does = (statement: RawBuilder<unknown>) => inOne(false, ({ db }) => statement.execute(db))
  const ids: string[] = []
  const join = async () => {
    const id = newId(new Date(noon - 300 * day))
    ids.push(id)
    const joined = new Date(noon - 300 * day)
    await does(sql`insert into members (org_id, id, email, name, locale, joined_at)
      values (${org.id}, ${id}, ${`${id}@base.example`}, 'Member', 'en', ${joined})`)
  }
  for (let count = 0; count < members; count += 1) await join()
  /** Rows without the number of the run, which each has its own of. */
  const foundIn = async (table: string) => (await rowsOf(org, table)).map(({ run: _, ...rest }) => rest)
  const found = async () => ({
    scores: await foundIn('expertise'),
    topics: await foundIn('topic_expertise'),
    run: await foundIn('detections'),
  })
  /** What is found from the base, and by reading every signal. */
  const both = async () => {
    now = new Date(now.getTime() + day)
    await countHelp(inOne, 0)
    const known = await found()
    await countHelp(inOne, 1_000_000_000)
    return [known, await found()] as const
  }
  const note = (times: 1 | -1, statement: RawBuilder<unknown>) =>
    inOne(false, (scope) => noting(scope, times, statement))
  const like = (those: RawBuilder<unknown>, useful: RawBuilder<unknown>) =>
    inOne(false, (scope) => notingChange(scope, those, sql`useful = ${useful}`))
  return { org, ids, join, does, note, like, both, count: () => countHelp(inOne, 0) }
}

const rowsOf = (org: Organization, table: string) =>
  world.stored<Record<string, unknown>>(org.id, `select * from ${table} order by 1, 2, 3`)

/** One more signal; of ten members the last one is helped by name where the number says so. */
const signal = fc.record({
  helper: fc.nat(9),
  helped: fc.option(fc.nat(9)),
  ago: fc.integer({ min: -2, max: 40 }),
  kind: fc.constantFrom('answered', 'thanked', 'outdated', 'published'),
  topic: fc.constantFrom(null, 'zero', 'chat'),
  useful: fc.integer({ min: -1, max: 3 }),
})
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), signal }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), nth: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('like' as const), nth: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forget' as const), ago: fc.integer({ min: 20, max: 40 }) }),
  },
)

test('after whatever comes and goes, what is found from the base is to the last bit what reading everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 12 }), { minLength: 2, maxLength: 5 }),
      async (rounds) => {
        const { org, ids, join, note, like, both } = await company(10)
        let count = 0
        const nth = (at: number) =>
          sql`key = (select key from signals where org_id = ${org.id} order by key offset ${at} limit 1)`
        const play = async (one: (typeof rounds)[number][number]) => {
          if (one.do === 'join') return join()
          if (one.do === 'remove')
            return note(-1, sql`delete from signals where org_id = ${org.id} and ${nth(one.nth)}`)
          if (one.do === 'like') return like(nth(one.nth), sql`useful + 1`)
          if (one.do === 'forget')
            return world.owner.query('select forget_old_traces($1)', [new Date(noon + (365 - one.ago) * day)])
          const { helper, helped, ago, kind, topic, useful } = one.signal
          count += 1
          const [by, whom] = [ids.at(-1 - helper), helped === null ? null : ids.at(-1 - helped)]
          const at = new Date(noon - ago * day)
          return note(
            1,
            sql`insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at, topic, useful)
              values (${org.id}, 'forum', ${`k${count}`}, ${kind}, ${by}, ${whom}, ${at}, ${at}, ${topic}, ${useful})`,
          )
        }
        for (const steps of rounds) {
          for (const one of steps) await play(one)
          const [known, all] = await both()
          expect(known).toEqual(all)
        }
        await both()
        expect(await rowsOf(org, 'signal_changes')).toEqual([])
        expect(await rowsOf(org, 'counted_bases')).toMatchObject([{ madeAt: expect.any(String) }])
      },
    ),
    { numRuns: 12 },
  )
})

/** SQL: somebody answered somebody, yesterday. */
function answer(org: string, helper: string | undefined, helped: string | undefined) {
  const at = new Date(noon - day)
  return sql`insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at)
    values (${org}, 'forum', ${`${helper} ${helped}`}, 'answered', ${helper}, ${helped}, ${at}, ${at})`
}

/** A company of seven in which each helped the next two, the fourth is Dana, and all of it is packed. */
async function packed() {
  const lab = await company(6)
  const { ids, note, count } = lab
  const dana = await lab.org.person('Dana Reyes')
  const all = [...ids.slice(0, 3), dana.id, ...ids.slice(3)]
  for (const [at, id] of all.entries())
    for (const helped of all.slice(at + 1, at + 3)) await note(1, answer(lab.org.id, id, helped))
  await count()
  await count()
  await count()
  return { ...lab, dana, all }
}

test('what is packed is read in place of the signals, with what changed since', async () => {
  const { org, ids, does, both } = await packed()
  const [before] = await both()
  expect(before.scores).toHaveLength(6)
  // As if it had never been packed: nobody looks at the signal itself any more.
  await does(sql`update counted_acts set acts = '' where org_id = ${org.id} and member_id = ${ids[0]}`)
  const [known, all] = await both()
  expect(known.scores).toHaveLength(5)
  expect(all.scores).toHaveLength(6)
  expect(await rowsOf(org, 'signal_changes')).toEqual([])
})

test('where something went that the base does not know, everything is read again and packed anew', async () => {
  const { org, ids, does, both } = await packed()
  const [before] = await both()
  await does(sql`insert into signal_changes (org_id, times, helper_id, helped_id, at, kind, useful)
    values (${org.id}, -1, ${ids[0]}, ${ids[1]}, ${new Date(noon)}, 'thanked', 7)`)
  const [known, all] = await both()
  expect(known).toEqual(all)
  expect(known.scores.map(({ memberId }) => memberId)).toEqual(before.scores.map(({ memberId }) => memberId))
  await both()
  expect(await rowsOf(org, 'signal_changes')).toEqual([])
  expect(await rowsOf(org, 'counted_bases')).toMatchObject([{ madeAt: expect.any(String) }])
})

test('of who leaves nothing stays packed, neither of what they did nor that they were helped', async () => {
  const { org, all, dana, like, both } = await packed()
  await like(sql`helped_id = ${dana.id}`, sql`3`)
  expect(await rowsOf(org, 'signal_changes')).toHaveLength(4)
  await dana.does(leaveDetection)
  const forgotten = (await rowsOf(org, 'counted_acts')).flatMap(({ acts, memberId }) =>
    acts === null ? [memberId] : [],
  )
  expect(forgotten.toSorted()).toEqual([all[1], all[2], dana.id].toSorted())
  expect(await rowsOf(org, 'signal_changes')).toEqual([])
  const [known, read] = await both()
  expect(known).toEqual(read)
  expect(known.scores).toHaveLength(5)
  expect(known.scores.map(({ memberId }) => memberId)).not.toContain(dana.id)
})

test('where detection is switched off nothing packed is left, and nothing more is noted', async () => {
  const { org, ids, note } = await packed()
  const decision = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await (await org.admin()).does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  await world.settle()
  await note(1, answer(org.id, ids[0], ids[1]))
  for (const table of tables) expect(await rowsOf(org, table), table).toEqual([])
})
