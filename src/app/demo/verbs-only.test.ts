import { expect, test } from 'vitest'
import { ourFiles } from '#test/source.ts'
import { openWorld } from '#test/world.ts'
import { writesOf } from '#test/written.ts'

/** The demo is made by the product's own verbs: no row of it was put there by hand. */
const world = openWorld({ demo: true })

const tables = `select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)`

/** Whether a fact of this type names the row `t`, by these of its columns. */
const fact = (type: string, ...columns: string[]) =>
  `exists (select from facts f where f.type = '${type}' ${columns.map(named).join('')})`
const named = (column: string) => {
  const [own = '', data = ''] = column.split(' as ')
  return ` and f.data->>'${data}' = t.${own}::text`
}

/** When a row of a table was made by a verb: a fact tells of that very row. */
const madeBy: Record<string, string> = {
  organizations: fact('organization.created'),
  groups: `${fact('group.created', 'id as groupId')} or t.parent_id is null`,
  members: fact('member.joined', 'id as memberId'),
  roles: `${fact('role.granted', 'group_id as groupId', 'member_id as memberId', 'role as role')}
    or t.role = 'admin' and exists (select from groups g where g.id = t.group_id and g.parent_id is null)`,
  needs: fact('need.raised', 'id as needId'),
  // A voice came with the need, was added to it, or was moved here with a need that was merged into this one.
  voices: `exists (select from facts f join needs n on n.id::text = f.data->>'needId' where t.need_id in (n.id, n.merged_into)
    and (f.type = 'need.raised' and f.actor_id = t.member_id
      or f.type = 'need.voiced' and f.data->>'memberId' = t.member_id::text))`,
  claims: fact('need.claimed', 'id as claimId', 'member_id as memberId'),
  detection_absences: fact('detection.left', 'member_id as memberId'),
  nominations: fact('nomination.made', 'id as nominationId'),
  nomination_voices: fact('nomination.made', 'nomination_id as nominationId'),
  academies: fact('academy.opened', 'group_id as groupId'),
  academy_courses: fact('course.created', 'course_id as courseId'),
  academy_members: fact('academy.started', 'member_id as memberId'),
  campaigns: fact('campaign.launched', 'id as campaignId'),
  // Whom its job finds in its audience it takes in, and what it decides on each is a row.
  campaign_members: fact('campaign.launched', 'campaign_id as campaignId'),
  campaign_sends: fact('campaign.launched', 'campaign_id as campaignId'),
  volunteers: fact('volunteer.came', 'id as volunteerId', 'member_id as memberId'),
  topics: fact('topic.added', 'id as topicId'),
  topic_words: fact('topic.added', 'topic_id as topicId'),
  purposes: fact('purpose.set', 'purpose as purpose'),
  surveys: fact('survey.opened', 'id as surveyId'),
  survey_invitations: fact('survey.opened', 'survey_id as surveyId'),
  expert_profiles: fact('profile.set', 'member_id as memberId'),
  profile_topics: fact('profile.set', 'member_id as memberId'),
  courses: fact('course.created', 'id as courseId'),
  course_versions: `${fact('review.asked', 'course_id as courseId', 'number as version')}
    or ${fact('course.published', 'course_id as courseId', 'number as version')}`,
  assets: fact('file.uploaded', 'id as assetId'),
  reviews: fact('review.asked', 'id as reviewId'),
  reviewers: `exists (select from facts f where f.type in ('review.asked', 'review.assigned') and f.data->>'reviewId' = t.review_id::text
    and f.data->'reviewerIds' ? t.member_id::text)`,
  findings: fact('finding.made', 'id as findingId'),
  enrollments: fact('course.started', 'course_id as courseId', 'member_id as memberId'),
  step_progress: fact(
    'step.completed',
    'course_id as courseId',
    'member_id as memberId',
    'step_id as stepId',
  ),
  answers: fact('question.answered', 'course_id as courseId', 'member_id as memberId', 'block_id as blockId'),
  comments: fact('comment.made', 'id as commentId'),
  comment_mentions: fact('mention.made', 'comment_id as commentId', 'member_id as memberId'),
  reactions: fact('reaction.given', 'subject_id as subjectId', 'anchor as anchor', 'kind as kind'),
  kudos: fact('kudos.given', 'id as kudosId'),
  kudos_values: fact('value.added', 'id as valueId'),
  recognition_settings: fact('recognition.set'),
  // Whatever moved did so at the moment of a fact of the same doing.
  ledger_transactions: `exists (select from facts f where f.at = t.made_at and f.actor_id is not distinct from t.made_by
    and f.type in ('kudos.given', 'rule.gave', 'reward.designed', 'redemption.asked', 'redemption.moved', 'bonus.budget-set',
      'bonus.proposed', 'bonus.decided', 'payroll.exported'))`,
  ledger_entries: 'exists (select from ledger_transactions x where x.id = t.transaction_id)',
  ledger_accounts: 'exists (select from ledger_entries e where e.account_id = t.id)',
  rules: fact('rule.made', 'id as ruleId'),
  rule_versions: fact('rule.made', 'rule_id as ruleId'),
  rule_periods: fact('rule.switched-on', 'rule_id as ruleId', 'version as version'),
  rule_gifts: fact('rule.gave', 'id as giftId', 'member_id as memberId', 'points as points'),
  rewards: fact('reward.designed', 'id as rewardId'),
  redemptions: fact('redemption.asked', 'id as redemptionId', 'member_id as memberId', 'price as price'),
  // What nobody has to agree to is approved as it is asked for.
  redemption_steps: `${fact('redemption.moved', 'redemption_id as redemptionId', 'state as state')}
    or t.state = 'asked' and ${fact('redemption.asked', 'redemption_id as redemptionId')}
    or ${fact('redemption.asked', 'redemption_id as redemptionId', 'state as state')}`,
  reward_draws: fact('draw.opened', 'id as drawId'),
  draw_entries: fact('draw.entered', 'draw_id as drawId', 'member_id as memberId'),
  bonus_settings: fact('bonus.terms-set'),
  bonus_budgets: fact('bonus.budget-set', 'group_id as groupId', 'unit as unit', 'period as period'),
  bonuses: fact('bonus.proposed', 'id as bonusId', 'member_id as memberId', 'amount as amount'),
  bonus_steps: fact('bonus.proposed', 'bonus_id as bonusId'),
  payroll_exports: fact('payroll.exported', 'id as exportId'),
  board_settings: fact('boards.set'),
  board_absences: fact('boards.left', 'member_id as memberId'),
  celebrations: fact('celebration.posted', 'month as month'),
  badges: fact('badge.designed', 'id as badgeId'),
  badge_versions: fact('badge.designed', 'badge_id as badgeId'),
  badge_awards: fact('badge.awarded', 'id as awardId', 'member_id as memberId'),
  badge_keys: fact('badge.key-made', 'id as keyId'),
  badge_credentials: fact('badge.awarded', 'award_id as awardId'),
  validation_policies: fact('policy.changed', 'group_id as groupId', 'kind as kind'),
  community_posts: fact('post.made', 'id as postId'),
  office_hours: fact('hour.offered', 'id as hourId'),
  office_hour_guests: fact('hour.joined', 'hour_id as hourId', 'member_id as memberId'),
  protected_times: fact('time.asked', 'id as timeId', 'member_id as memberId'),
  protected_hours: fact('time.used', 'time_id as timeId', 'month as month'),
  coaches: fact('coach.offered', 'member_id as memberId', 'at_once as atOnce'),
  templates: fact('template.made', 'id as templateId'),
  template_versions: fact('template.published', 'template_id as templateId', 'number as version'),
}

/** What reactions to facts keep; the notes that they have run name the facts. */
const keptByReactions = [
  'evidence',
  'evidence_courses',
  'signals',
  'detections',
  'expertise',
  'topic_expertise',
  'subject_topics',
  'journeys',
  ...['leader_journeys', 'campaign_journeys', 'journey_marks'],
  'feed_entries',
  'feed_audience',
  'search_entries',
  'health_items',
  'picture_looks',
  'letter_seals',
  'rule_events',
  'rule_progress',
]

/**
 * What an organization may do or become that the demo's has not: it brings nothing in from other tools and
 * posts in no chats, nobody contests what is held, what is usual counts and is asked of courses, nobody looks for something
 * in vain, asks for a coach, looks through thanks, is asked or puts off thanking, or gives anything small to a course,
 * leaders are not written to, no reward is for some groups alone, what was left is not handed over, and it is too small to
 * pack its signals.
 */
const notInDemo = [
  ...['campaign_posts', 'chat_channels', 'campaign_settings'],
  ...['letter_choices', 'refused_addresses'],
  'commendations_put_off',
  'signal_imports',
  'signal_rejections',
  'contests',
  ...['contributions', 'ladder_choices'],
  'counted_funnels',
  'course_verifications',
  'course_successions',
  'succession_courses',
  'health_settings',
  'charter_rules',
  'criteria',
  'judgements',
  'practice_attempts',
  'detection_settings',
  'fewest_told',
  'detection_previews',
  'detection_preview_changes',
  'search_misses',
  ...['coachings', 'community_digests'],
  'ring_searches',
  'ring_flags',
  'ring_flag_members',
  'reward_groups',
  'endorsements',
  'handovers',
  'askings',
  'asked_experts',
  'counted_bases',
  'counted_acts',
  'counted_abouts',
  'signal_changes',
]

/** What only comes about when somebody comes in: nobody of the demo has a password or was mailed anything. */
const waysIn = ['passwords', 'api_keys', 'sessions', 'invitations', 'password_resets', 'idempotency_keys']

async function demo() {
  const { rows } = await world.owner.query('select demo_org from demo_builds')
  return async (statement: string) =>
    Number((await world.stored<{ n: number }>(rows[0].demo_org, statement))[0]?.n)
}

test('every table is looked at', async () => {
  const { rows } = await world.owner.query(tables)
  const known = [...Object.keys(madeBy), ...keptByReactions, ...waysIn, ...notInDemo, 'facts', 'deliveries']
  expect(rows.map(({ name }) => name).sort()).toEqual(known.sort())
})

test.each(Object.entries(madeBy))(
  'each row of %s has the fact of the verb that made it',
  async (table, isMade) => {
    const count = await demo()
    expect(await count(`select count(*) as n from ${table}`)).toBeGreaterThan(0)
    expect(await count(`select count(*) as n from ${table} t where not (${isMade})`)).toBe(0)
  },
)

test('what reactions keep is there, and each that ran names the fact it ran for', async () => {
  const count = await demo()
  for (const table of keptByReactions)
    expect(await count(`select count(*) as n from ${table}`), table).toBeGreaterThan(0)
  const lost = 'not exists (select from facts f where f.id = d.fact_id)'
  expect(await count(`select count(*) as n from deliveries d where ${lost}`)).toBe(0)
})

test('nobody in it has a password, a session of before, an invitation or a mail', async () => {
  const count = await demo()
  for (const table of waysIn) expect(await count(`select count(*) as n from ${table}`), table).toBe(0)
})

test('the code that tells its story writes nothing but how far it is', () => {
  const own = ourFiles().filter((file) => file.startsWith('src/app/demo/'))
  expect(own.length).toBeGreaterThan(8)
  expect(new Set(writesOf(own).map(({ table }) => table))).toEqual(new Set(['demo_builds']))
})
