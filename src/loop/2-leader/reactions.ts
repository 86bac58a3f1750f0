import type { Reaction } from '#record'
import { countReactions } from './detection/reactions.ts'
import { evidenceReactions } from './evidence.ts'
import { handoverReactions } from './handover/reactions.ts'
import { signalReactions } from './signals/reactions.ts'
import { topicReactions } from './topics/reactions.ts'

/** What the other stages tell: kept as evidence of what someone knows, as signals of whom they helped, and by topic. */
export const reactions: readonly Reaction[] = [
  ...evidenceReactions,
  ...signalReactions,
  ...topicReactions,
  ...handoverReactions,
  ...countReactions,
]
