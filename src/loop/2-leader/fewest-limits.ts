/** About so many people a figure must be to be told to others; an organization may say more, and never less. */
export const usualFewest = 3
export const mostFewest = 20

/** So many at least somebody must have helped to be among the first, or stand on each side of what flows between groups. */
export const leastShown = 5
