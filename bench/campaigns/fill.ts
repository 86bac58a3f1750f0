import type pg from 'pg'
import type { Cairn } from '#app/cairn.ts'
import { type Loaded, loadOrganization } from '../load.ts'
import { size } from './report.ts'

/** What the crowd of a company lacks for campaigns: zones, languages, work, visits, leaders, volunteers. */
const statements = [
  `create temp table person as select org_id, id, row_number() over (order by id)::int as n from members where org_id = $1`,
  `update members m set title = (array['Technician', 'Engineer', 'Clerk'])[1 + n % 3], locale = (array['en', 'fr'])[1 + n % 2],
     time_zone = (array['Europe/Paris', 'America/New_York', 'Asia/Tokyo'])[1 + n % 3]
   from person p where m.org_id = p.org_id and m.id = p.id`,
  `update roles r set role = 'leader' from person p
   where r.org_id = p.org_id and r.member_id = p.id and r.role = 'learner' and r.group_id <> r.org_id and n % 16 = 0`,
  `insert into facts (org_id, id, type, actor_id, at, data)
   select org_id, (left(uuid_at(at)::text, 15) || substr(gen_random_uuid()::text, 16))::uuid, 'member.signed-in', id, at,
     jsonb_build_object('memberId', id, 'sessionId', id)
   from (select org_id, id, now() - make_interval(days => n % 90) as at from person) seen`,
  // Greeted long ago: nobody is to be reminded of them.
  `insert into volunteers (org_id, id, member_id, group_id, came_at, remind_at, greeted_by, greeted_at)
   select org_id, gen_random_uuid(), id, org_id, now(), now(), (select id from person where n = 1), now()
   from person where n % 50 = 0`,
]

/** A company as the other benchmarks load it, in three zones and two languages, of whom a third was here last month. */
export async function fill(cairn: Cairn, owner: pg.Pool): Promise<Loaded> {
  const loaded = await loadOrganization(cairn.runtime, owner, size.members)
  const client = await owner.connect()
  try {
    for (const statement of statements)
      await client.query(statement, statement.includes('$1') ? [loaded.org] : [])
    await client.query('drop table person')
    await client.query('vacuum analyze')
  } finally {
    client.release()
  }
  return loaded
}

/** Ten of its groups, of a hundred people each. */
export async function someGroups(owner: pg.Pool, org: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from groups where org_id = $1 and id <> $1 order by name limit 10`,
    [org],
  )
  return rows.map(({ id }) => id)
}
