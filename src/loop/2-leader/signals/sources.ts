/** The source of what happened in Cairn itself. */
export const ours = 'cairn'

/** The source of what was answered in surveys. */
export const fromSurveys = 'survey'

/** Every source that is not another tool: what is brought in has none of these names. */
export const ownSources: readonly string[] = [ours, fromSurveys]
