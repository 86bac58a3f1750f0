/** Points that each may give in a month, at most. */
export const mostAllowance = 10_000

/** So many values one may choose from, and so many more may be archived beside them. */
export const mostValues = 20

/** So many are thanked at once: more are a crowd, and nobody of a crowd feels meant. */
export const mostThanked = 20

/** So many are reminded of at once: more nobody thanks in one go. */
export const mostReminders = 10

/** A picture or a clip that comes with thanks is that large at most, in bytes. */
export const mostThanksFile = 50 * 1024 * 1024

/** A bonus is that much at most, in smallest units: a million of a currency, or what a year has of minutes. */
export const mostBonus = { money: 100_000_000, time: 525_600 }

/** A budget is that much at most, in smallest units. */
export const mostBudget = 100_000_000_000

/** So many bonuses go to payroll at once; the rest with the next file. */
export const mostExported = 1000

/** So many are in a league: few enough that everybody may come first. */
export const leagueSize = 10

/** So many groups are on a board. */
export const mostTeams = 50
/** So many rules an organization keeps: everybody can still read what earns points. */
export const mostRules = 60
