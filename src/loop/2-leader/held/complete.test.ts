import { join } from 'node:path'
import { expect, test } from 'vitest'
import { read } from '#test/source.ts'
import { openWorld } from '#test/world.ts'
import { sectionOf } from '#test/written.ts'

const world = openWorld()
const module = 'src/loop/2-leader'
const web = `${module}/web/held`

/** What tells it to the member: endpoints that the page and its file read. */
const told = {
  listMyAskings: ['asked_experts.member_id', 'askings.asked_by', 'claims.member_id'],
  listMyContests: ['contests.member_id'],
  getMyDetection: ['detection_absences.member_id'],
  listMyEndorsements: ['endorsements.by_id', 'endorsements.member_id'],
  listMyEvidence: ['evidence.member_id'],
  getProfile: ['expert_profiles.member_id', 'profile_topics.member_id'],
  getExpertise: ['expertise.member_id', 'expertise.parts', 'topic_expertise.member_id'],
  listMyHandovers: ['handovers.member_id', 'handovers.successor_id'],
  listMyNominations: ['nominations.member_id'],
  listMySignals: ['signals.helped_id', 'signals.helper_id'],
  listMyInvitations: ['survey_invitations.member_id', 'survey_invitations.said'],
}

/** Why the page does not tell it. */
const reasons = {
  office:
    'Who decided or did something for others, in an office: it stands where they did it, with their name.',
  packed: 'What is told already, packed for the next count.',
  veiled: 'Whom an act helped where nobody is told: docs/decisions/0061-veiled-help.md.',
  key: 'What makes an act one. It names whom it helped, also where that is not told.',
  unread: 'A digest of who and the month, that is read back as nobody.',
  trial: 'What an administrator tried out for themselves, until they ask anew or something counts otherwise.',
  course: 'Whose course it is, which stands on the course. That it was published is a trace, which is told.',
  proposer: 'Who proposed somebody: they read it on the page Lead, and whom they proposed on this one.',
  nobody: 'No member: the row itself, what it is on, or figures.',
} as const

/** What is not told, by why. */
const untold: Record<keyof typeof reasons, string[]> = {
  office: [
    'contests.answered_by',
    'detection_settings.changed_by',
    'fewest_told.changed_by',
    'handovers.closed_by',
    'handovers.opened_by',
    'nominations.decided_by',
    'purposes.changed_by',
    'signal_imports.started_by',
    'surveys.closed_by',
    'surveys.opened_by',
    'topics.made_by',
  ],
  packed: [
    'counted_acts.acts',
    'counted_acts.member_id',
    'signal_changes.helped_id',
    'signal_changes.helper_id',
  ],
  veiled: ['signals.veiled_id'],
  key: ['signals.key'],
  unread: ['search_misses.asker'],
  trial: [
    'detection_preview_changes.asked_by',
    'detection_preview_changes.member_id',
    'detection_previews.asked_by',
  ],
  course: ['evidence_courses.author_id'],
  proposer: ['nomination_voices.member_id'],
  nobody: [
    'claims.id',
    'contests.id',
    'counted_abouts.subject_id',
    'detection_previews.kinds',
    'detection_settings.kinds',
    'detections.left_out',
    'detections.weights',
    'evidence.id',
    'evidence.subject_id',
    'handovers.id',
    'nominations.id',
    'signal_changes.subject_id',
    'signal_imports.columns',
    'signal_imports.id',
    'signal_imports.mapping',
    'signals.subject_id',
    'subject_topics.subject_id',
    'surveys.id',
    'topics.id',
  ],
}

/** Every column of the module's tables that may say who somebody is: what refers to members, also by way of another table, and what could hide it. */
async function columns(): Promise<string[]> {
  const tables = [
    ...sectionOf(read(`${module}/README.md`), 'Tables')
      .replace(/\([^)]*\)/g, '')
      .matchAll(/\b[a-z_]+\b/g),
  ]
  const { rows } = await world.owner.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attname <> 'org_id'
        and (a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype)
          or a.attname in ('asker', 'key'))
        and not exists (select from pg_constraint f cross join generate_subscripts(f.conkey, 1) at
          where f.contype = 'f' and f.conrelid = c.oid and f.conkey[at] = a.attnum and f.confrelid <> 'members'::regclass
            and not exists (select from pg_constraint m where m.contype = 'f' and m.conrelid = f.confrelid
              and m.confrelid = 'members'::regclass and f.confkey[at] = any(m.conkey)))
      order by 1`,
    [tables.map(([table]) => table)],
  )
  return rows.map(({ name }) => name)
}

// A new table or column that may name somebody fails here until it is decided.
test('of everything that says who somebody is it is decided whether they read it, or why not', async () => {
  const all = [...Object.values(told), ...Object.values(untold)].flat()
  expect(all.toSorted()).toEqual(await columns())
  expect(Object.fromEntries(Object.entries(untold).map(([why, { length }]) => [why, length]))).toEqual({
    ...{ office: 11, packed: 4, veiled: 1, key: 1, unread: 1, trial: 3, course: 1, proposer: 1 },
    nobody: 19,
  })
})

test('whatever tells it is read by the page, and by the file that is made of it', () => {
  const page = read(`${web}/held.page.tsx`)
  const parts = [...page.matchAll(/from '(\.\.?\/[^']+\.tsx)'/g)].map(([, path = '']) => join(web, path))
  const shown = [page, ...parts.map(read)].join('\n')
  const file = read(`${web}/file.ts`)
  for (const name of Object.keys(told)) {
    expect(shown, `the page reads ${name}`).toMatch(new RegExp(`use(Read|List)\\(${name},`))
    expect(file, `the file reads ${name}`).toMatch(new RegExp(`(call|wholeList)\\(${name}\\b`))
  }
})
