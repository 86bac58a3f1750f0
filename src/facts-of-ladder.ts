import { z } from 'zod'

const id = z.uuid()
const contribution = { contributionId: id, courseId: id, memberId: id, kind: z.string() }

/** What can happen on the ladder of small contributions: given, decided on, credited, and proposed. See facts.ts. */
export const ladderFacts = {
  'contribution.made': z.object(contribution),
  'contribution.changed': z.object({ ...contribution, edition: z.number() }),
  'contribution.withdrawn': z.object(contribution),
  'contribution.taken': z.object({ ...contribution, by: id }),
  'contribution.declined': z.object({ ...contribution, by: id, words: z.string() }),
  // Open again: `from` says what it was.
  'contribution.returned': z.object({ ...contribution, from: z.string() }),
  'contribution.credited': z.object({ ...contribution, version: z.number() }),
  'ladder.proposed': z.object({
    memberId: id,
    rung: z.string(),
    path: z.string(),
    about: z.string().nullable(),
    courseId: id.nullable(),
    needId: id.nullable(),
  }),
  'ladder.left': z.object({ memberId: id }),
  'ladder.returned': z.object({ memberId: id }),
  'ladder.chosen': z.object({ memberId: id, isNamed: z.boolean(), isShown: z.boolean() }),
}
