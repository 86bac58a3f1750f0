/** What is known of somebody who helped fewer different people is told to nobody else: it would say who those are. */
export const fewestTold = 3

/** Whoever helped fewer is not among the first: too little is known. */
export const fewestShown = 5
