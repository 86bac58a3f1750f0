/** Whether a message is plain text with gaps at most, such as `{name} helped`: such a message needs no parser. */
export const isPlain = (message: string): boolean => /^(?:[^{}<>'#]|\{\w+\})*$/.test(message)

const [text, gap] = [0, 1]

/** The parts of a plain message, as a parser of messages gives them. */
export const partsOfPlain = (message: string) =>
  message
    .split(/\{(\w+)\}/)
    .map((value, index) => ({ type: index % 2 ? gap : text, value }))
    .filter(({ value }) => value !== '')
