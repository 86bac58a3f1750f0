import { usualWeights, type Weights } from '../expertise/worth.ts'
import { type SignalKind, signalKinds, type WeighedKind } from '../signals/kinds.ts'
import type { DetectionSettings } from '../weights.contract.ts'

/** What counts how much in an organization. */
export interface DetectionWeights extends Omit<Weights, 'kinds'> {
  kinds: Record<WeighedKind, number>
}

/** What stands until an organization sets its own: what takes somebody's time for somebody counts most, a click least. */
export const usualDetectionWeights: DetectionWeights = {
  ...usualWeights,
  kinds: {
    published: 3,
    answered: 2,
    accepted: 3,
    reviewed: 2,
    thanked: 2,
    useful: 0.5,
    claimed: 1,
    mentioned: 0.5,
    endorsed: 1,
    named: 3,
    commended: 4,
  },
}

/** What holds until somebody says otherwise, as it is said in settings. */
export const usualSettings: DetectionSettings = {
  percent: 5,
  memory: usualDetectionWeights.memory,
  kinds: usualDetectionWeights.kinds,
}

/** What is said in settings as the run reads it. */
export const weightsOf = ({ kinds, memory }: DetectionSettings): DetectionWeights => ({
  ...usualDetectionWeights,
  kinds,
  memory,
})

/**
 * Kinds of help by topic, as one number each, so that a score falls apart into both: topic 0 is none. `expertise/` knows
 * neither.
 */
export const sortOf = (kind: number, topic: number): number => topic * signalKinds.length + kind

export const kindOf = (sort: number): SignalKind => signalKinds[sort % signalKinds.length] as SignalKind
export const topicOf = (sort: number): number => Math.floor(sort / signalKinds.length)

const weightOf = (kinds: DetectionWeights['kinds'], kind: SignalKind): number =>
  kind === 'outdated' ? 0 : kinds[kind]

/** The weights by that number, for so many topics beside none. */
export const weightsBySort = ({ kinds, ...rest }: DetectionWeights, topics: number): Weights => ({
  ...rest,
  kinds: Array.from({ length: signalKinds.length * (topics + 1) }, (_, sort) =>
    weightOf(kinds, kindOf(sort)),
  ),
})
