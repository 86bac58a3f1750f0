/** How many one may name: who helped most, not everybody one knows. */
export const mostNamed = 7

/** For how many days a survey may be open. */
export const shortest = 3
export const longest = 60
export const usualDays = 14

/** How many are asked at first: one in so many, drawn by lot. */
export const firstAsked = { all: 1, third: 3, fifth: 5, tenth: 10 } as const
export type FirstAsked = keyof typeof firstAsked
export const firstAskedNames = ['all', 'third', 'fifth', 'tenth'] as const
