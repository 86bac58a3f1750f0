import type { Reaction } from '#record'
import { evidenceReactions } from './evidence.ts'
import { signalReactions } from './signals/reactions.ts'

/** What the other stages tell: kept as evidence of what someone knows, and as signals of whom they helped. */
export const reactions: readonly Reaction[] = [...evidenceReactions, ...signalReactions]
