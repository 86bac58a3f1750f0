/** By whom a course may be checked. */
export const approvers = ['experts', 'reviewers', 'leaders', 'managers', 'named', 'anyone'] as const
export type Approver = (typeof approvers)[number]

/** What a group asks of the review of its courses. */
export interface Policy {
  /** So many approvals publish a course, 1 to 5. */
  approvals: number
  /** Who may give them: whoever is one of these. */
  approvers: Approver[]
  /** Whether the author does not learn who reviews, nor co-reviewers what the others say before they have said it. */
  isBlind: boolean
  /** Within so many working days a course is to be decided on, 1 to 30. */
  days: number
  /** Whoever has so many reviews open is asked for no more, 1 to 20. */
  mostOpen: number
  /** Whether others may be asked where none of these can. */
  mayWiden: boolean
  /** A leader of whom so many courses were approved publishes without a review; null: nobody does. */
  trustedAfter: number | null
  /** Criteria on which whoever approves must have found the course good enough, by key. */
  mustPass: string[]
}

/** What holds where no group says anything. */
export const usualPolicy: Policy = {
  approvals: 1,
  approvers: ['experts', 'reviewers', 'leaders', 'managers'],
  isBlind: false,
  days: 5,
  mostOpen: 3,
  mayWiden: true,
  trustedAfter: null,
  mustPass: [],
}

/**
 * In which order a policy gives way where nobody fits who has room, so that no course waits for ever:
 *
 * - `busy`: who said that they are busy is asked.
 * - `widened`: whoever reviews, leads or manages there, though the policy names others; unless it says that nobody else may.
 * - `anyone`: any member of the group; likewise.
 * - `escalated`: those who lead and manage the group, and the groups above it, whatever the policy says. Where the deadline
 *   is near they are asked before the circle is widened.
 * - `reciprocal`: a peer whose course the author checked lately, beside somebody else: their approval alone publishes nothing.
 * - `alone`: such a peer, where there is nobody else at all.
 * - `fewer`: fewer approvals than the policy asks for, where fewer people than that are there.
 */
export const relaxations = ['busy', 'widened', 'anyone', 'escalated', 'reciprocal', 'alone', 'fewer'] as const
export type Relaxation = (typeof relaxations)[number]
