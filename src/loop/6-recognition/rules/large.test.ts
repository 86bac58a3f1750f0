import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { documentOf, published } from '#test/course.ts'
import type { NewRule } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import { simulateRule } from '../given.contract.ts'
import { makeRule } from '../rule.contract.ts'

const world = openWorld()
const large = 20_000

/** A past in which many people completed and judged two courses, and said what they need, over two years. */
async function past() {
  const org = await world.organization()
  const [admin, dana] = [await org.admin(), await org.person('Dana Reyes', 'leader')]
  const courses = [
    await published(org, dana, documentOf({ s1: [] })),
    await published(org, dana, documentOf({ s2: [] })),
  ]
  const mei = await org.person('Mei Tanaka')
  await world.settle()
  await org.as(({ db, now }) =>
    sql`insert into rule_events (org_id, number, fact_id, kind, at, key, course_id, path, tags, member_id, member_groups,
        people, mark, stands)
      select ${org.id}::uuid, 1000 + n, gen_random_uuid(), kind, ${now}::timestamptz - make_interval(mins => ((${large} - n)::bigint * 1051200 / ${large})::int),
        kind || ' ' || n, (${courses}::uuid[])[n / 4 % 2 + 1], array[${org.id}]::uuid[], '{}',
        case when n % 3 = 0 then ${mei.id}::uuid else gen_random_uuid() end, array[${org.id}]::uuid[],
        jsonb_build_array(jsonb_build_object('role', 'learner', 'id', ${mei.id}::text, 'groups', jsonb_build_array(${org.id}::text)),
          jsonb_build_object('role', 'author', 'id', ${dana.id}::text, 'groups', jsonb_build_array(${org.id}::text))),
        case when kind = 'course-judged' then 'useful ' || n end, kind = 'course-judged'
      from generate_series(1, ${large}::int) n,
        lateral (select (array['course-completed', 'course-judged', 'need-raised', 'comment-made'])[n % 4 + 1] as kind) k`.execute(
      db,
    ),
  )
  await world.owner.query('analyze rule_events')
  return { org, admin }
}

const completed: NewRule = {
  ...{ name: 'Completed', when: { is: 'event', event: 'course-completed' }, about: {} },
  ...{ gives: [{ to: 'learner', points: 1 }], caps: { member: { times: 2, per: 'month' }, month: null } },
}
const guide: NewRule = {
  ...{ name: 'Guide', about: {}, gives: [{ to: 'author', points: 50 }], caps: { member: null, month: null } },
  when: { is: 'course', people: 1000, useful: { percent: 80, voices: 20 }, days: null },
}

test('a simulation looks at what its rule is about and no further back than it must, by an index', async () => {
  const { org, admin } = await past()
  const simulate = async (body: NewRule, days: number) => {
    const { id: ruleId } = await admin.does(makeRule, { body })
    return admin.does(simulateRule, { params: { ruleId, number: '1' }, query: { days } })
  }
  const [month, whole] = [await simulate(completed, 30), await simulate(completed, 730)]
  expect([month.isWhole, month.people, whole.people]).toEqual([true, 1, 1])
  expect(month.events).toBeGreaterThan(large / 4 / 26)
  expect(month.events).toBeLessThan(large / 4 / 23)
  expect(whole.events).toBeGreaterThan(large / 4 - 5)
  // Both courses reached a thousand people long ago: counted from the beginning, and given for once.
  expect(await simulate(guide, 30)).toMatchObject({ times: 2, points: 100 })
  const plan = await org.as(({ db }) =>
    sql`explain select e.number from rule_events e where e.org_id = ${org.id} and e.kind = any(array['course-completed'])
      and e.at >= now() - interval '30 days' - (now() - (select max(at) from rule_events where org_id = ${org.id}))
      order by e.number desc limit 100000`.execute(db),
  )
  expect(JSON.stringify(plan.rows)).toContain('rule_events_by_kind')
})
