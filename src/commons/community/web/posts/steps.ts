interface Step {
  text: string
  day: string | null
}

/** Steps as they are written in a field: one per line, with a date at its beginning where there is one. */
export const linesOf = (steps: readonly Step[]): string =>
  steps.map(({ text, day }) => (day ? `${day} ${text}` : text)).join('\n')

/** What is written in the field, as steps; empty lines are none. */
export const stepsOf = (lines: string): Step[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, day, text] = line.match(/^(\d{4}-\d\d-\d\d)[\s:]+(\S.*)$/) ?? []
      return day && text ? { text, day } : { text: line, day: null }
    })

/** An idea as a text that is pasted elsewhere. */
export const asText = ({
  title,
  words,
  steps,
}: {
  title: string
  words: string
  steps: readonly Step[]
}): string =>
  [title, words, steps.map(({ text, day }, at) => `${at + 1}. ${text}${day ? ` (${day})` : ''}`).join('\n')]
    .filter(Boolean)
    .join('\n\n')
