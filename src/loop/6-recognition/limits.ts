/** Points that each may give in a month, at most. */
export const mostAllowance = 10_000

/** So many values one may choose from, and so many more may be archived beside them. */
export const mostValues = 20

/** So many are thanked at once: more are a crowd, and nobody of a crowd feels meant. */
export const mostThanked = 20

/** So many rules an organization keeps: everybody can still read what earns points. */
export const mostRules = 60
