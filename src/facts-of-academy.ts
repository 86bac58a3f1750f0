import { z } from 'zod'

const id = z.uuid()

/** What can happen in the leaders' academy. See facts.ts. */
export const academyFacts = {
  'academy.opened': z.object({ groupId: id, languages: z.array(z.string()) }),
  'academy.closed': z.object({ groupId: id }),
  // The first course begun, or a practice course made.
  'academy.started': z.object({ memberId: id }),
  // Every course of the path completed.
  'academy.trained': z.object({ memberId: id }),
  'academy.completed': z.object({ memberId: id, awardId: id }),
}
