import type pg from 'pg'

const groupSize = 200
/** So many things are said to be helped with, and so many of them are topics. */
const [tags, topics] = [20, 4]

/** SQL: the id of member number n; ids are in the order of numbers. */
const memberId = (n: string) => `('018f0000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const groupId = (n: string) => `('018f0000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const topicId = (n: string) => `('018f0000-0000-7000-a000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const people = (members: number) => [
  `insert into groups (org_id, id, parent_id, path, name, colour, glyph, created_at)
  select g.org_id, ${groupId('n')}, g.org_id, array[g.org_id, ${groupId('n')}], 'Team ' || n, g.colour, g.glyph, g.created_at
  from groups g, generate_series(0, ${Math.floor((members - 1) / groupSize)}) n where g.org_id = $1 and g.id = $1`,
  `insert into members (org_id, id, email, name, title, locale, joined_at)
  select $1, ${memberId('n')}, 'm' || n || '@stream.example', 'Member ' || n, 'Technician', 'en', now() - interval '400 days'
  from generate_series(0, ${members - 1}) n`,
  `insert into roles (org_id, group_id, member_id, role, granted_at)
  select $1, ${groupId(`n / ${groupSize}`)}, ${memberId('n')}, 'learner', now() - interval '400 days'
  from generate_series(0, ${members - 1}) n`,
  `insert into topics (org_id, id, name, made_by, made_at) select $1, ${topicId('n')}, 'tag' || n, ${memberId('0')}, now()
  from generate_series(1, ${topics}) n`,
  `insert into topic_words (org_id, topic_id, words) select $1, ${topicId('n')}, 'tag' || n from generate_series(1, ${topics}) n`,
]

/**
 * Signals as bench/detection/throng.ts makes acts: who helps follows a power law, seven of ten are helped in one's own
 * group. Half of them say what they are about. The first and the last are so many days ago, in the order of time.
 */
const signals = (
  members: number,
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
) => `
  insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at, topic, useful)
  select $1, 'forum', 'message ' || n, (array['answered', 'answered', 'thanked', 'reviewed', 'mentioned'])[1 + floor(what * 5)::int],
    ${memberId('helper')}, case when helped < ${members} and helped <> helper then ${memberId('helped')} end, at, at,
    case when about < 0.5 then 'tag' || 1 + floor(about * ${2 * tags})::int end,
    case when liked < 0.33 then 1 + floor(liked * 12)::int else 0 end
  from (
    select n, helper, what, about, liked,
      now() - make_interval(secs => 86400.0 * (${first} - (n - ${from}) * (${first - last}) / ${Math.max(1, to - from)}.0)) as at,
      case when near < 0.7 then helper / ${groupSize} * ${groupSize} + floor(who * ${groupSize})::bigint
        else floor(who * ${members})::bigint end as helped
    from (
      select n, floor(${members} * power(random(), 2.9))::bigint * 7919 % ${members} as helper, random() as near,
        random() as who, random() as what, random() as about, random() as liked
      from generate_series(${from}::bigint, ${to - 1}) n offset 0) made offset 0) dated`

/** What keeps a table's rows right one by one, which takes longer than making them: taken away, and put back afterwards. */
async function withoutIndexes(
  client: pg.PoolClient,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await client.query<{ name: string; made: string }>(
    `select conname as name, pg_get_constraintdef(oid) as made from pg_constraint where conrelid = $1::regclass and contype in ('f', 'p')
    order by contype desc`,
    [table],
  )
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = $1::regclass and not indisprimary`,
    [table],
  )
  for (const { name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await work()
  for (const { made } of indexes) await client.query(made)
  for (const { name, made } of keys) {
    const later = made.startsWith('FOREIGN') ? ' not valid' : ''
    await client.query(`alter table ${table} add constraint ${name} ${made}${later}`)
  }
}

/** Fills an organization that is there with people, and with what they did for one another in a year. */
export async function fillOrganization(
  owner: pg.Pool,
  org: string,
  members: number,
  count: number,
): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(`set maintenance_work_mem = '1GB'; set synchronous_commit = off; select setseed(0.5)`)
    for (const statement of people(members))
      await client.query(statement, statement.includes('$1') ? [org] : [])
    await withoutIndexes(client, 'signals', async () => {
      await client.query(signals(members, [0, count], [365, 1]), [org])
    })
    await client.query('vacuum analyze')
  } finally {
    client.release()
  }
}

/** What comes on one more day, through all that keeps the rows right, and noted as the product notes it. */
export async function addDay(owner: pg.Pool, org: string, members: number, count: number): Promise<number> {
  const client = await owner.connect()
  const more = Math.ceil(count / 365)
  try {
    await client.query('select setseed(0.25)')
    const told = 'helper_id, helped_id, at, kind, subject_id, topic, useful'
    await client.query(
      `with come as (${signals(members, [count, count + more], [1, 0])} returning ${told})
      insert into signal_changes (org_id, times, ${told}) select $1, 1, ${told} from come
      where exists (select from counted_bases b where b.org_id = $1)`,
      [org],
    )
  } finally {
    client.release()
  }
  return more
}
