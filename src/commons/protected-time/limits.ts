/** How many hours a month may be protected at most, and for how many months at a time. */
export const mostHours = 40
export const mostMonths = 24
/** Nothing that comes again is longer than a working day. */
export const mostMinutesADay = 480
/** So many of the latest months are told. */
export const monthsTold = 12
export const longestWhy = 1000
/** Whoever has to answer is reminded after so many working days. */
export const remindedAfter = 5
