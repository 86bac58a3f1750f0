/** So many of somebody's contributions to one course may wait for its author: more nobody reads in one go. */
export const mostOpen = 10

/** A picture or a clip that somebody contributes is that large at most, in bytes. */
export const mostClip = 50 * 1024 * 1024

/** So many who contributed are named on a course; how many there are is said beside them. */
export const mostNamed = 50

/** A tip is two or three sentences: so many characters. */
export const mostTip = 600
