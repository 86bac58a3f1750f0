/** Help between groups is told as the least that it is, in these steps: two pictures tell no single act by their difference. */
export const steps = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

/** So many links are shown at most. */
export const mostLinks = 100_000
