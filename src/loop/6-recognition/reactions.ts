import { type Reaction, reaction } from '#record'
import { fairnessReactions } from './fairness/flags/reactions.ts'
import { cancelForLeaver } from './rewards/leaving.ts'
import { ruleReactions } from './rules/reactions.ts'

export const reactions: Reaction[] = [
  reaction('member.left', 'recognition.member-left', (scope, { data }) =>
    cancelForLeaver(scope, data.memberId),
  ),
  ...ruleReactions,
  ...fairnessReactions,
]
