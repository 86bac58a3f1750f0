/** How long what leaders write may be, in characters, and how much of it there may be. */
export const longest = { title: 120, words: 6000, step: 300, topic: 120, place: 300, why: 500 } as const
export const mostSteps = 40
/** How many may come to office hours, and for how many minutes these are. */
export const mostPlaces = 200
export const minutesOf = { least: 10, most: 480 } as const
/** Whoever has published so many courses at most is new; whoever has published one may coach. */
export const newUpTo = 2
export const mostAtOnce = 10
/** Whoever is asked to coach is reminded after so many working days. */
export const remindedAfter = 5
/** So many of those whom somebody coaches, or coached lately, are told. */
export const mostCoached = 30
/** So many of what leaders did in a week are looked at, of each kind, and so many told. */
export const mostLookedAt = 100
export const mostInSection = 10
