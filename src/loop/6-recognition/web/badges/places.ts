import type { Badge } from '../../badge.contract.ts'

/** The levels of a badge with their places, from 1: a level is its place, whatever it is called. */
export const placed = (levels: Badge['levels']) => levels.map((level, at) => ({ ...level, place: at + 1 }))
