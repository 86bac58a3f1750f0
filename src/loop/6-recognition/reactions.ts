import type { Reaction } from '#record'
import { fairnessReactions } from './fairness/flags/reactions.ts'

/** What is done when something happened elsewhere. */
export const reactions: readonly Reaction[] = [...fairnessReactions]
