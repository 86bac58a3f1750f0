import type pg from 'pg'
import { whole } from '../parts.ts'

/** How large the organization is made. */
export const size = { members: 100_000, teams: 1_000, open: 10_000, over: 50_000, topics: 400 }
const { members, teams, open, over, topics } = size
const [divisions, departments] = [10, 100]

const idOf = (kind: string, n: string) =>
  `('018f0000-0000-7000-${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const memberId = (n: string) => idOf('8000', n)
/** The divisions come first, then the departments, then the teams: each is of the one of its number, by turns. */
const groupId = (n: string) => idOf('9000', n)
const teamId = (n: string) => groupId(`${divisions + departments} + ${n}`)
const departmentId = (n: string) => groupId(`${divisions} + ${n}`)
const topicId = (n: string) => idOf('a000', n)
const courseId = (n: string) => idOf('b000', n)
const reviewId = (n: string) => idOf('b100', n)
const needId = (n: string) => idOf('b200', n)

const uuidOf = (kind: string, n: number) => `018f0000-0000-7000-${kind}-${n.toString(16).padStart(12, '0')}`
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => uuidOf('9000', from + n))
/** The kinds of groups that courses are written for. */
export const groupsOf = (root: string) => [
  { name: `a team of ${members / teams}`, ids: many(divisions + departments, teams) },
  { name: `a department of ${whole(members / departments)}`, ids: many(divisions, departments) },
  { name: 'the whole organization', ids: [root] },
]

/** Where somebody of this number is: their team, and the department and division above it. */
const teamOf = (n: string) => `(${n}) % ${teams}`
/** A member of a team, of so many: the first leads it, the next three review there. */
const memberOf = (teamNumber: string, place: string) => `((${teamNumber}) + (${place}) * ${teams})`

/** Words that a company of this trade writes in its titles; topics are pairs of them. */
const words = `array['zero', 'torque', 'pressure', 'thermal', 'optical', 'digital', 'hydraulic', 'magnetic', 'acoustic', 'laser',
  'vacuum', 'humidity', 'voltage', 'vibration', 'chemical', 'nuclear', 'clinical', 'marine', 'railway', 'mining']`
const things = `array['gauge', 'sensor', 'bench', 'report', 'certificate', 'adapter', 'probe', 'housing', 'drawing', 'contract',
  'budget', 'invoice', 'pump', 'valve', 'cable', 'display', 'firmware', 'archive', 'warranty', 'forecast']`
const deeds = `array['set up', 'explain', 'repair', 'compare', 'order', 'clean', 'measure', 'document', 'teach', 'plan', 'ship',
  'check', 'replace', 'store', 'price', 'test']`
const wordAt = (list: string, n: string) => `(${list})[1 + (${n})::int % cardinality(${list})]`
const topicName = (n: string) => `${wordAt(words, n)} || ' ' || ${wordAt(things, `${n} / 20`)}`
const title = (n: string) =>
  `initcap(${wordAt(deeds, `${n} * 7`)}) || ' the ' || ${topicName(`(${n} * 31) % ${topics}`)} || ' in ' || ${wordAt(things, `${n} / 3`)} || ' ' || ${wordAt(words, `${n} / 5`)}`

const groups = `with made as (
    select n, case when n < ${divisions} then null when n < ${divisions + departments} then n % ${divisions}
      else ${divisions} + (n - ${divisions + departments}) % ${departments} end as above
    from generate_series(0, ${divisions + departments + teams - 1}) n),
  placed as (
    select m.n, m.above, case when a.n is null then array[]::uuid[] when a.above is null then array[${groupId('a.n')}]
      else array[${groupId('a.above')}, ${groupId('a.n')}] end as way
    from made m left join made a on a.n = m.above)
  insert into groups (org_id, id, parent_id, path, name, colour, glyph, created_at)
  select g.org_id, ${groupId('n')}, coalesce(${groupId('above')}, g.id), g.id || way || ${groupId('n')}, 'Group ' || n, g.colour,
    g.glyph, g.created_at
  from groups g, placed where g.org_id = $1 and g.id = $1`

const people = [
  groups,
  `insert into members (org_id, id, email, name, title, locale, joined_at)
  select $1, ${memberId('n')}, 'm' || n || '@review.example', 'Member ' || n, 'Technician', 'en', now() - interval '400 days'
  from generate_series(0, ${members - 1}) n`,
  `insert into roles (org_id, group_id, member_id, role, granted_at)
  select $1, on_group, ${memberId('n')}, role, now() - interval '300 days'
  from generate_series(0, ${members - 1}) n cross join lateral (
    select $1::uuid as on_group, 'learner' as role
    union all select ${teamId(teamOf('n'))}, case when n < ${teams} then 'leader' when n < ${4 * teams} then 'reviewer' else 'learner' end
    union all select ${departmentId(`n % ${departments}`)}, 'manager' where n between ${5 * teams} and ${5 * teams + departments - 1}
    union all select $1, 'reviewer' where n between ${6 * teams} and ${6 * teams + 49}
    union all select $1, 'admin' where n between ${7 * teams} and ${7 * teams + 4}) given`,
]

/** What people know: what a fifth of them say of themselves, what was counted of half, and five traces of each in half a year. */
const knowledge = [
  `insert into topics (org_id, id, name, made_by, made_at) select $1, ${topicId('n')}, ${topicName('n')}, ${memberId('0')}, now()
  from generate_series(0, ${topics - 1}) n`,
  `insert into topic_words (org_id, topic_id, words) select $1, id, name from topics where org_id = $1`,
  `insert into expert_profiles (org_id, member_id, helps_with, languages, availability, changed_at)
  select $1, ${memberId('n')}, 'What I do here', array['en'],
    case when n % 100 < 80 then 'open' when n % 100 < 95 then 'busy' else 'away' end, now() - interval '90 days'
  from generate_series(0, ${members - 1}) n where n * 7919 % 5 = 0`,
  `insert into profile_topics (org_id, member_id, topic_id)
  select $1, ${memberId('n')}, ${topicId(`(n * 13 + k * 101) % ${topics}`)} from generate_series(0, ${members - 1}) n, generate_series(0, 1) k
  where n * 7919 % 5 = 0`,
  `insert into topic_expertise (org_id, topic_id, member_id, score, own, low, high, people, acts, run)
  select $1, ${topicId(`(n * 17 + k * 7) % ${topics}`)}, ${memberId('n')}, score, score, score, score, 1 + floor(random() * 20)::int, 9, 1
  from generate_series(0, ${members - 1}) n, generate_series(0, 2) k, lateral (select 50 * power(random(), 3) + 0 * (n + k) as score) made
  where n % 2 = 0`,
  `insert into evidence (org_id, id, member_id, kind, subject, subject_id, group_id, words, at)
  select $1, gen_random_uuid(), ${memberId('helper')}, (array['published', 'answered', 'reviewed', 'thanked'])[1 + n % 4], 'course',
    gen_random_uuid(), ${teamId(teamOf('helper'))}, ${title('n')}, now() - interval '180 days' * random()
  from (select n, floor(${members} * power(random(), 2))::int as helper from generate_series(1, ${5 * members}) n offset 0) made`,
]

/** A course of this number is written by somebody who neither leads nor reviews, for their team; one in ten for their department, one in fifty for all. */
const author = (n: string) => memberOf(`${n} * 37`, `10 + ${n} % 80`)
const made = (from: number, to: number, at: string) =>
  `(select n, ${memberId(`(${author('n')}) % ${members}`)} as author, ${title('n')} as title, ${at} as at,
    case when n % 50 = 0 then $1 when n % 10 = 0 then ${departmentId(`(n * 37) % ${departments}`)}
      else ${teamId(`(n * 37) % ${teams}`)} end as of_group
  from generate_series(${from}, ${to - 1}) n offset 0) made`
const pattern = `courses c on c.org_id = $1 and c.id = $2`

const rounds = (from: number, to: number, at: string) => [
  `insert into courses select (jsonb_populate_record(c, jsonb_build_object('id', ${courseId('n')}, 'author_id', author, 'title', made.title,
    'group_id', of_group, 'created_at', at, 'drafted_at', at))).*
  from ${made(from, to, at)} join ${pattern}`,
  `insert into course_versions select (jsonb_populate_record(v, jsonb_build_object('course_id', ${courseId('n')}, 'made_by', author,
    'title', made.title, 'made_at', at))).*
  from ${made(from, to, at)} join course_versions v on v.org_id = $1 and v.course_id = $2`,
  `insert into reviews select (jsonb_populate_record(r, jsonb_build_object('id', ${reviewId('n')}, 'course_id', ${courseId('n')},
    'asked_by', author, 'asked_at', at, 'due_at', at + interval '7 days', 'looks_at', at + interval '1 day',
    'closed_at', case when n >= ${open} then at + interval '2 days' end, 'outcome', case when n >= ${open} then 'approved' end))).*
  from ${made(from, to, at)} join reviews r on r.org_id = $1 and r.course_id = $2`,
  // Half are read by who reviews or leads there, half by somebody of another team who knows it.
  `insert into reviewers (org_id, review_id, member_id, asked_at, asked_as, due_at, verdict, given_at)
  select $1, ${reviewId('n')}, ${memberId(`case when n % 2 = 0 then ${memberOf('n * 37 % 1000', 'n / 2 % 4')} else n * 7919 % ${members} end`)},
    at, case when n % 2 = 0 then 'reviewers' else 'experts' end, at + interval '2 days',
    case when n >= ${open} then 'approve' end, case when n >= ${open} then at + interval '1 day' end
  from ${made(from, to, at)}`,
]

/** Needs that measured courses answer, each of a topic. */
const needs = [
  `insert into needs (org_id, id, group_id, title, raised_by, raised_at)
  select $1, ${needId('n')}, ${teamId('n')}, ${title('n * 11')}, ${memberId('n')}, now() - interval '9 days' from generate_series(0, ${teams - 1}) n`,
  `insert into subject_topics (org_id, subject_id, topic_id)
  select $1, ${needId('n')}, ${topicId(`(n * 11 * 31) % ${topics}`)} from generate_series(0, ${teams - 1}) n`,
]

/**
 * Fills an organization with people, what they know and what they review, by SQL: by the verbs it would take days. Courses and
 * rounds are made after one of each, `course` and its round.
 */
export async function fillReviews(owner: pg.Pool, org: string, course: string): Promise<void> {
  const client = await owner.connect()
  const both = [
    ...rounds(0, open, `now() - interval '18 hours' * (n % 1000) / 1000.0`),
    ...rounds(
      open,
      open + over,
      `now() - interval '4 days' - interval '170 days' * (n * 7919 % ${over}) / ${over}.0`,
    ),
  ]
  try {
    await client.query(`set synchronous_commit = off; select setseed(0.5)`)
    for (const statement of [...people, ...knowledge, ...needs, ...both])
      await client.query(statement, statement.includes('$2') ? [org, course] : [org])
    await client.query('vacuum analyze')
  } finally {
    client.release()
  }
}
