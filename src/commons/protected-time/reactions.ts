import type { Scope } from '#platform/scope'
import { dayIn } from '#platform/time-zone'
import { type Reaction, reaction } from '#record'
import { withdraw } from './answer.ts'
import { end } from './end.ts'
import { lastDay, lockOpenOf } from './rows.ts'

/** What somebody who left asked for is withdrawn, and what they had ends that day; what they answered the next one answers. */
async function settleAll(scope: Scope, memberId: string): Promise<void> {
  for (const row of await lockOpenOf(scope, memberId)) {
    const today = dayIn(scope.now, row.timeZone)
    if (row.state !== 'agreed') await withdraw(scope, row)
    else if (today < lastDay(row)) await end(scope, row, today, '')
  }
}

export const reactions: Reaction[] = [
  reaction('member.left', 'time.member-left', (scope, { data }) => settleAll(scope, data.memberId)),
]
