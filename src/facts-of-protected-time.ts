import { z } from 'zod'

const id = z.uuid()
const time = { timeId: id, memberId: id, groupId: id }

/** What can happen to time that is protected for leading. See facts.ts. */
export const protectedTimeFacts = {
  // Those who answer for the group.
  'time.asked': z.object({ ...time, hours: z.number(), why: z.string(), managerIds: z.array(id) }),
  'time.proposed': z.object({ ...time, managerId: id, hours: z.number(), words: z.string() }),
  'time.agreed': z.object({ ...time, managerId: id, hours: z.number(), words: z.string() }),
  'time.declined': z.object({ ...time, managerId: id, words: z.string() }),
  'time.withdrawn': z.object({ ...time, managerId: id.nullable() }),
  'time.used': z.object({ ...time, month: z.string(), minutes: z.number().nullable() }),
  'time.reported': z.object({
    ...{ ...time, managerId: id.nullable() },
    ...{ month: z.string(), minutes: z.number().nullable() },
  }),
  'time.reminded': z.object({ ...time, toIds: z.array(id) }),
  'time.ended': z.object({
    ...{ ...time, managerId: id.nullable(), endedBy: id.nullable() },
    ...{ endsDay: z.string(), why: z.string() },
  }),
}
