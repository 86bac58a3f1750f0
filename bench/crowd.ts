import type pg from 'pg'

/** Whom the crowd is made around: the protagonist, whose course is the pattern of all others. */
export interface Around {
  org: string
  members: number
  memberId: string
  courseId: string
}

const halfYear = `interval '180 days'`

/**
 * What a company of so many people leaves behind in half a year, in proportion to its size: a group for every hundred
 * people, a course for every fifty, a need for every ten, three courses begun by each, two of three of them completed,
 * and what they answered, said, thanked for and showed to know. Each statement reads whom it is about from `given`,
 * the groups, people and courses by number from temporary tables.
 */
const statements = [
  `insert into members (org_id, id, email, name, title, locale, joined_at)
  select org, gen_random_uuid(), 'm' || i || '-' || members || '@bench.example', 'Member ' || md5(i::text),
    'Technician', 'en', now() - ${halfYear}
  from given, generate_series(2, members) i`,
  `insert into passwords select p.org_id, m.id, p.hash, p.set_at from given join passwords p on p.org_id = org
  join members m on m.org_id = org and m.id <> p.member_id
  where (regexp_match(m.email, '^m(\\d+)-'))[1]::int <= 500`,
  `insert into groups (org_id, id, parent_id, path, name, colour, glyph, created_at)
  select org_id, made, org_id, array[org_id, made], 'Team ' || i, colour, glyph, created_at
  from (select g.*, gen_random_uuid() as made, i from given join groups g on g.org_id = org and g.id = org,
    generate_series(1, greatest(5, members / 100)) i) teams`,
  `create temp table team as select row_number() over (order by name) - 1 as i, id from given join groups on org_id = org and id <> org`,
  `create temp table person as select row_number() over (order by email) - 1 as i, id from given join members on org_id = org`,
  `insert into roles (org_id, group_id, member_id, role, granted_at)
  select org, org, id, 'learner', now() from given, person
  union all select org, team.id, person.id, 'learner', now() from given, person
    join team on team.i = person.i % (select count(*) from team)
  on conflict do nothing`,
  `insert into needs (org_id, id, group_id, title, details, raised_by, raised_at, voice_count)
  select org, uuid_at(at), team.id, 'Need about ' || md5(made.i::text), 'How do we do this in our team?', person.id, at, voices
  from given cross join lateral (
    select n as i, now() - ${halfYear} * n / (1 + members / 10.0) as at, least(members - 1, n * 7919 % 40) as voices
    from generate_series(1, greatest(20, members / 10)) n) made
  join team on team.i = made.i % (select count(*) from team)
  join person on person.i = made.i * 31 % members`,
  `insert into voices (org_id, need_id, member_id, reason, at)
  select org, needs.id, person.id, '', raised_at + interval '1 hour'
  from given join needs on org_id = org cross join generate_series(1, voice_count) v
  join person on person.i = (v * 6151 + extract(epoch from raised_at)::bigint) % members
  on conflict do nothing`,
  `update needs set voice_count = (select count(*) from voices v where v.org_id = needs.org_id and v.need_id = needs.id)
  from given where org_id = org`,
  `create temp table lesson as
  select n as i, gen_random_uuid() as id, now() - ${halfYear} * n / (1 + members / 50.0) + interval '1 ms' as at
  from given, generate_series(1, greatest(5, members / 50)) n`,
  `insert into courses select (jsonb_populate_record(c, jsonb_build_object('id', lesson.id, 'author_id', person.id,
    'title', 'How to ' || md5(lesson.i::text), 'group_id', team.id, 'created_at', at, 'published_at', at,
    'first_published_at', at))).*
  from given join courses c on c.org_id = org and c.id = course cross join lesson
  join person on person.i = lesson.i * 37 % members
  join team on team.i = lesson.i % (select count(*) from team)`,
  `insert into course_versions select (jsonb_populate_record(v, jsonb_build_object('course_id', lesson.id,
    'made_by', c.author_id, 'title', c.title, 'made_at', at))).*
  from given join course_versions v on v.org_id = org and v.course_id = course cross join lesson
  join courses c on c.org_id = org and c.id = lesson.id`,
  `insert into enrollments (org_id, course_id, member_id, version, started_at, seen_at, step_id, steps_done, completed_at)
  select org, lesson.id, person.id, 1, begun, begun + interval '1 day', step, case when done then 8 else 3 end,
    case when done then begun + interval '1 day' end
  from given cross join person cross join generate_series(0, 2) pick
  join lesson on lesson.i = 1 + (person.i * 13 + pick * 17) % (select count(*) from lesson)
  cross join lateral (select at + (now() - at) * 0.5 as begun, (person.i + pick) % 3 > 0 as done) progress
  where person.id <> me on conflict do nothing`,
  `insert into enrollments (org_id, course_id, member_id, version, started_at, seen_at, step_id)
  select org, course, id, 1, now(), now(), step from given, person where id <> me and i % 5 = 0`,
  `insert into step_progress (org_id, course_id, member_id, step_id, seen_at, done_at)
  select org, course_id, member_id, step, started_at, started_at from given join enrollments on org_id = org
  on conflict do nothing`,
  `insert into answers (org_id, id, course_id, member_id, block_id, version, response, correct, score, at)
  select org, gen_random_uuid(), course_id, member_id, block, 1, '{"truth": true}', true, 1, started_at
  from given join enrollments on org_id = org and member_id <> me`,
  `insert into kudos (org_id, id, together_id, from_id, to_id, course_id, reason, given_at)
  select org, uuid_at(thanked), uuid_at(thanked), person.id, c.author_id, c.id, 'Clear, and exactly what I needed.', thanked
  from given cross join person join lesson on lesson.i = 1 + person.i % (select count(*) from lesson)
  join courses c on c.org_id = org and c.id = lesson.id and c.author_id <> person.id
  cross join lateral (select at + interval '1 day' + interval '7 ms' * person.i as thanked) t where person.i % 5 = 0`,
  `insert into comments (org_id, id, subject, subject_id, author_id, body, made_at)
  select org, gen_random_uuid(), 'course', lesson.id, person.id, 'It works on the old bench too.', at + interval '2 days'
  from given cross join person join lesson on lesson.i = 1 + person.i % (select count(*) from lesson) where person.i % 10 = 0`,
  `insert into reactions (org_id, subject, subject_id, member_id, kind, at)
  select org, 'course', course_id, member_id, 'useful', seen_at from given join enrollments on org_id = org and member_id <> me`,
  `insert into evidence (org_id, id, member_id, kind, subject, subject_id, group_id, words, at)
  select org, gen_random_uuid(), author_id, 'published', 'course', id, group_id, title, published_at
  from given join courses on org_id = org
  union all select org, gen_random_uuid(), to_id, 'thanked', 'kudos', k.id, c.group_id, c.title, given_at
  from given join kudos k on k.org_id = org join courses c on c.org_id = org and c.id = k.course_id`,
  `insert into feed_entries (org_id, id, kind, actor_id, group_id, need_id, course_id, data, at, for_group)
  select org, id, 'need.raised', raised_by, group_id, id, null::uuid, '{}'::jsonb, raised_at, true from given join needs on org_id = org
  union all select org, uuid_at(at), 'course.published', author_id, group_id, null, c.id, '{}', at, true
  from given join courses c on c.org_id = org join lesson on lesson.id = c.id
  union all select org, k.id, 'kudos.given', from_id, c.group_id, null, c.id, jsonb_build_object('kudosId', k.id), given_at, false
  from given join kudos k on k.org_id = org join courses c on c.org_id = org and c.id = k.course_id
  on conflict do nothing`,
  `insert into feed_audience (org_id, member_id, entry_id, reason)
  select org, me, id, 'you-voiced' from (select org, me, f.id from given join feed_entries f on f.org_id = org order by f.id desc limit 500) newest
  union all select org, v.member_id, v.need_id, 'you-voiced' from given join voices v on v.org_id = org
  on conflict do nothing`,
  `insert into search_entries (org_id, kind, id, part, group_id, title, body, detail)
  select org, 'member', id, '', null, name, title, title from given join members on org_id = org
  union all select org, 'need', id, '', group_id, title, details, '' from given join needs on org_id = org
  union all select org, 'course', id, '', group_id, title, objective, '' from given join courses on org_id = org and id <> course
  union all select org, 'step', c.id, 'step' || n, c.group_id, 'Step ' || n, sentence, c.title
  from given join courses c on c.org_id = org and c.id <> course, generate_series(1, 8) n`,
  `insert into journeys (org_id, id, group_id, title, need_id, raised_at, claimed_at, drafted_at, validated_at, learned_at, touched_at, voices)
  select org, id, group_id, title, id, raised_at, claimed, drafted, validated, learned,
    coalesce(learned, validated, drafted, claimed, raised_at), voice_count
  from given join needs on org_id = org cross join lateral (select
    case when voice_count % 10 < 8 then raised_at + interval '1 day' end as claimed,
    case when voice_count % 10 < 6 then raised_at + interval '3 days' end as drafted,
    case when voice_count % 10 < 5 then raised_at + interval '6 days' end as validated,
    case when voice_count % 10 < 4 then raised_at + interval '7 days' end as learned) passed
  union all select org, id, group_id, title, null, null, null, created_at, published_at, published_at, published_at, 0
  from given join courses on org_id = org and id <> course`,
]

/** Makes the crowd and its half year by SQL: by the verbs it would take hours. */
export async function loadCrowd(
  owner: pg.Pool,
  around: Around & { stepId: string; blockId: string; sentence: string },
): Promise<void> {
  const { org, members, memberId, courseId, stepId, blockId, sentence } = around
  const client = await owner.connect()
  try {
    await client.query(
      `create temp table given as select $1::uuid as org, $2::int as members, $3::uuid as me, $4::uuid as course,
       $5::text as step, $6::text as block, $7::text as sentence`,
      [org, members, memberId, courseId, stepId, blockId, sentence],
    )
    for (const statement of statements) {
      await client.query(statement)
      // What comes after is planned by what is there now.
      await client.query('analyze')
    }
    await client.query('drop table given, team, person, lesson')
  } finally {
    client.release()
  }
}
