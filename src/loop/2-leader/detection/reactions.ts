import { type Reaction, reaction } from '#record'
import { askForDetection } from './task.ts'

/** What somebody does is held against how much of the time they are there to. */
export const countReactions: Reaction[] = [
  reaction('member.working-time-set', 'leader.counted-anew', async (scope) => askForDetection(scope)),
]
