import type { EventKind, ReasonAgainst, RoleName, RuleBody } from '../language.ts'

/** Somebody who has a part in what happened, and the groups they were in, with all above them. */
export interface Part {
  role: RoleName
  id: string
  groups: string[]
  /** Nobody but they themselves may learn that they had it. */
  unnamed?: boolean
  /** They had left when it was heard of: they are given nothing. */
  left?: boolean
}

/** Something that happened, as rules see it. Whoever may not be given anything for it has no part in it. */
export interface RuleEvent {
  /** Its place among all events of the organization, in the order in which they came. */
  number: number
  kind: EventKind | 'course-judged'
  at: string
  /** What a rule gives for once. */
  key: string
  courseId: string | null
  needId: string | null
  /** The groups it belongs to, from the root down. */
  path: string[]
  topicId: string | null
  /** In lower case. */
  tags: string[]
  /** Whom it counts for: who did it, or whom it honours. */
  memberId: string | null
  memberGroups: string[]
  people: Part[]
  mark: string | null
  stands: boolean | null
}

/** A version of a rule, as the engine needs it. */
export interface RuleVersion {
  ruleId: string
  version: number
  madeBy: string
  body: RuleBody
}

/** How far a count is: of a course, who completed it and who judged it how; of a member, how often they did something. */
export interface Counts {
  people: number
  voices: number
  useful: number
  times: number
}

/** What a rule gives somebody for something. */
export interface Gift {
  key: string
  memberId: string
  role: RoleName
  points: number
  badge: { badgeId: string; level: number } | null
  /** With a reason against it, it is not to be proposed. */
  bonus: { unit: string; amount: number; groupId: string; against: ReasonAgainst | null } | null
  isUnnamed: boolean
}
