import { z } from 'zod'

const id = z.uuid()
const volunteered = { volunteerId: id, memberId: id }
const inGroup = { ...volunteered, groupId: id }

/** What can happen when people volunteer. See facts.ts. */
export const volunteerFacts = {
  'volunteer.came': z.object({ ...inGroup, campaignId: id.nullable(), sponsorId: id.nullable() }),
  // Somebody else is to greet them: by whom it was handed over, and nobody where it is found anew.
  'volunteer.sponsored': z.object({ ...inGroup, sponsorId: id.nullable(), by: id.nullable() }),
  'volunteer.chose': z.object({ ...volunteered, step: z.string() }),
  'volunteer.greeted': z.object({ ...inGroup, by: id, words: z.string() }),
  'volunteer.reminded': z.object({ ...inGroup, sponsorId: id.nullable() }),
  'volunteer.withdrew': z.object(inGroup),
}
