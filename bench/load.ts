import type pg from 'pg'
import { createCourse, publishCourse, saveDraft } from '#course'
import { newBlockId } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { startCourse } from '#learning'
import { addOrganization, session } from '#people'
import { nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'

/** What the load needs to know of an organization: whom to be, and what to ask for. */
export interface Loaded {
  members: number
  org: string
  cookie: string
  /** How many of its people have a password. */
  accounts: number
  memberId: string
  courseId: string
  stepId: string
  blockId: string
}

/** The address of one of those who have a password; 0 is the protagonist. */
export const emailOf = ({ members }: { members: number }, index: number) =>
  index === 0 ? `ada-${members}@bench.example` : `m${index + 1}-${members}@bench.example`

export const password = 'a long enough phrase'

const text = (words: string) => ({
  type: 'paragraph',
  attrs: { id: newBlockId() },
  content: [{ type: 'text', text: words }],
})
const sentence =
  'Wait until the drift over one minute is below a tenth of your tolerance, then take the zero three times. '

/** A course of eight steps of some 300 words, with a question on the second. */
function document(blockId: string): CourseDocument {
  const content = Array.from({ length: 8 }, (_, index) => ({
    type: 'step',
    attrs: { id: newBlockId(), title: `Step ${index + 1}` },
    content: [
      ...Array.from({ length: 5 }, () => text(sentence.repeat(3))),
      ...(index === 1 ? [question(blockId)] : []),
    ],
  }))
  return { type: 'doc', content } as CourseDocument
}

const question = (id: string) => ({
  type: 'question',
  attrs: {
    id,
    kind: 'truefalse',
    prompt: 'Zero is a measurement.',
    points: 1,
    answer: true,
    feedback: { right: 'Yes.', wrong: 'No.' },
  },
})

const request = {
  address: 'bench',
  agent: 'bench',
  secure: false,
  locale: 'en',
  bytes: null,
  range: undefined,
  knows: undefined,
  signal: new AbortController().signal,
}

/** An organization of `members` people with half a year behind it: the people by SQL, the protagonist by the verbs. */
export async function loadOrganization(runtime: Runtime, owner: pg.Pool, members: number): Promise<Loaded> {
  const now = new Date()
  const blockId = newBlockId()
  const accounts = Math.min(members, 500)
  const made = await inScope(
    runtime,
    { org: nobody.id, readOnly: false, now },
    () => nobody,
    async (scope) => {
      const { memberId } = await addOrganization(scope, {
        organization: `Bench ${members}`,
        name: 'Ada Winter',
        email: emailOf({ members }, 0),
        password,
        locale: 'en',
      })
      const draft = await createCourse(scope, {
        title: 'Zero it',
        objective: '',
        groupId: scope.org,
        needId: null,
        language: 'en',
        tags: [],
      })
      const courseId = draft.course.id
      const save = {
        revision: 1,
        title: 'Zero it',
        objective: 'You can zero it.',
        tags: [],
        language: 'en' as const,
      }
      await saveDraft(scope, courseId, { ...save, document: document(blockId) })
      await publishCourse(scope, courseId, null)
      const { stepId } = await startCourse(scope, courseId)
      const { headers } = await session.openSession(scope, memberId, request)
      return {
        org: scope.org,
        memberId,
        courseId,
        stepId,
        cookie: headers['set-cookie']?.split(';')[0] ?? '',
      }
    },
  )
  await loadCrowd(owner, { ...made, members })
  return { ...made, members, accounts, blockId }
}

/** The crowd: members, needs, enrollments, thanks, feed, search and journeys in proportion to the members. */
async function loadCrowd(
  owner: pg.Pool,
  { org, members, memberId, courseId }: Pick<Loaded, 'org' | 'members' | 'memberId' | 'courseId'>,
): Promise<void> {
  const needs = Math.max(20, Math.round(members / 10))
  const statements: [string, unknown[]][] = [
    [
      `insert into members (org_id, id, email, name, title, locale, joined_at)
      select $1, gen_random_uuid(), 'm' || i || '-' || $2 || '@bench.example', 'Member ' || md5(i::text), 'Technician', 'en', now()
      from generate_series(2, $2::int) i`,
      [org, members],
    ],
    [
      `insert into passwords select p.org_id, m.id, p.hash, p.set_at from passwords p
      join members m on m.org_id = p.org_id and m.id <> p.member_id
      where p.org_id = $1 and (regexp_match(m.email, '^m(\\d+)-'))[1]::int <= 500`,
      [org],
    ],
    [
      `insert into roles (org_id, group_id, member_id, role, granted_at)
      select org_id, org_id, id, 'learner', now() from members where org_id = $1 on conflict do nothing`,
      [org],
    ],
    [
      `insert into needs (org_id, id, group_id, title, raised_by, raised_at, voice_count)
      select $1, uuid_at(now() - make_interval(mins => i)), $1, 'Need about ' || md5(i::text), $2, now() - make_interval(mins => i), (i * 7919) % 40
      from generate_series(1, $3::int) i`,
      [org, memberId, needs],
    ],
    [
      `insert into enrollments (org_id, course_id, member_id, version, started_at, seen_at, step_id)
      select org_id, $2, id, 1, now(), now(), '' from members where org_id = $1 and id <> $3 limit 20000`,
      [org, courseId, memberId],
    ],
    [
      `insert into feed_entries (org_id, id, kind, group_id, need_id, at, for_group)
      select org_id, id, 'need.raised', group_id, id, raised_at, true from needs where org_id = $1`,
      [org],
    ],
    [
      `insert into feed_audience (org_id, member_id, entry_id, reason)
      select org_id, $2, id, 'you-voiced' from feed_entries where org_id = $1 limit 500`,
      [org, memberId],
    ],
    [
      `insert into search_entries (org_id, kind, id, title, body, detail)
      select org_id, 'member', id, name, title, title from members where org_id = $1
      union all select org_id, 'need', id, title, details, '' from needs where org_id = $1`,
      [org],
    ],
    [
      `insert into journeys (org_id, id, group_id, title, need_id, raised_at, claimed_at, drafted_at, validated_at, learned_at, touched_at, voices)
      select org_id, id, group_id, title, id, raised_at, raised_at + interval '1 day', raised_at + interval '3 days',
        raised_at + interval '6 days', raised_at + interval '7 days', raised_at + interval '7 days', voice_count
      from needs where org_id = $1 and raised_at > now() - interval '90 days'`,
      [org],
    ],
  ]
  for (const [sql, values] of statements) await owner.query(sql, values)
}

/** Fresh statistics, as a database that has run for a while has them. */
export const analyze = (owner: pg.Pool) => owner.query('vacuum analyze')
