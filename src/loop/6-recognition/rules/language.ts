/** What can happen that a rule may give something for, and who then has a part in it. */
export const rolesOf = {
  'course-validated': ['author', 'reviewer', 'raiser'],
  'review-given': ['reviewer'],
  'remark-accepted': ['reviewer'],
  'answer-accepted': ['answerer', 'asker'],
  'comment-made': ['commenter'],
  'need-raised': ['raiser'],
  'need-claimed': ['claimer', 'raiser'],
  'need-answered': ['author', 'raiser', 'voicer'],
  'course-completed': ['learner', 'author'],
  'kudos-given': ['receiver', 'giver'],
} as const

export type EventKind = keyof typeof rolesOf
export const eventKinds = Object.keys(rolesOf) as [EventKind, ...EventKind[]]

/** `member` is whoever reached a count. */
export const roleNames = [
  'author',
  'reviewer',
  'raiser',
  'voicer',
  'answerer',
  'asker',
  'commenter',
  'claimer',
  'learner',
  'receiver',
  'giver',
  'member',
] as const
export type RoleName = (typeof roleNames)[number]

/** What one member, or two who agree, can do as often as they like: a rule for it says how often it gives at most. */
export const repeatable: readonly EventKind[] = [
  'comment-made',
  'need-raised',
  'need-claimed',
  'answer-accepted',
  'kudos-given',
]

export const periods = ['day', 'week', 'month', 'year', 'ever'] as const
export type Period = (typeof periods)[number]

export type When =
  | { is: 'event'; event: EventKind }
  | { is: 'course'; people: number; useful: { percent: number; voices: number } | null; days: number | null }
  | { is: 'member'; event: EventKind; times: number; days: number | null }

/** Who may be given something when this happens. */
export const rolesWhen = (when: When): readonly RoleName[] =>
  when.is === 'event' ? rolesOf[when.event] : when.is === 'course' ? ['author'] : ['member']

/**
 * Why a bonus is not proposed that a rule would propose: nobody may know who it would be for, they have left, or are not in
 * the group; there are no bonuses, or in another currency; the group was archived, or its budget has not so much left.
 */
export const reasonsAgainst = [
  'unnamed',
  'left',
  'outside',
  'off',
  'other-currency',
  'group-archived',
  'over-budget',
] as const
export type ReasonAgainst = (typeof reasonsAgainst)[number]

export interface RuleBody {
  when: When
  /** Only what belongs to one of these groups or below; only what has one of these topics or tags. Empty: everything. */
  about: { groupIds: string[]; topicIds: string[]; tags: string[] }
  /** Only people of these groups and below count: who is given something, and who is counted. Empty: everybody. */
  audience: string[]
  gives: { to: RoleName; points: number }[]
  badge: { badgeId: string; level: number; to: RoleName } | null
  /** Proposed from the budget of a group, to who is in it or below: hundredths of a currency, or minutes. */
  bonus: { unit: string; amount: number; to: RoleName; groupId: string } | null
  caps: { member: { times: number; per: Period } | null; month: number | null }
}
