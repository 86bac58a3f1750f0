/** What may stand in a text for what is known only of its reader, of the campaign, or of the organization. */
export const variableNames = ['name', 'organization', 'sender', 'group', 'topic'] as const
export type VariableName = (typeof variableNames)[number]

const isKnown = (name: string): name is VariableName => variableNames.some((one) => one === name)

/** `{{name}}`, or `{{topic|what you know}}` with what stands there where nothing is known; what is between two braces. */
const variable = /\{\{([^{}]*)\}\}/g

/** What is wrong with a variable: it is none that there is, it lacks what to say otherwise, or its braces do not match. */
export type VariableFault = { code: 'unknown' | 'no-fallback' | 'broken'; words: string }

/** Of nobody it is sure that a topic is known: it says what to say then. */
const needsFallback: readonly VariableName[] = ['topic']

/** Every fault in the variables of a text, in its order. */
export function variableFaults(text: string): VariableFault[] {
  const faults: VariableFault[] = []
  const rest = text.replace(variable, (whole, inside: string) => {
    const { name, fallback } = parts(inside)
    if (!isKnown(name)) faults.push({ code: 'unknown', words: whole })
    else if (needsFallback.includes(name) && !fallback) faults.push({ code: 'no-fallback', words: whole })
    return ''
  })
  const at = rest.search(/\{\{|\}\}/)
  if (at !== -1) faults.push({ code: 'broken', words: rest.slice(Math.max(at - 10, 0), at + 20).trim() })
  return faults
}

/** The names of the variables in a text. */
export const variablesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(variable)].map(([, inside = '']) => parts(inside).name))

/** A text with its variables filled. One of which nothing is known says what it says otherwise; one that is not given stays. */
export const fill = (text: string, values: Partial<Record<VariableName, string | null>>): string =>
  text.replace(variable, (whole, inside: string) => {
    const { name, fallback } = parts(inside)
    if (!isKnown(name) || values[name] === undefined) return whole
    return values[name] || fallback
  })

function parts(inside: string): { name: string; fallback: string } {
  const [name = '', ...rest] = inside.split('|')
  return { name: name.trim(), fallback: rest.join('|').trim() }
}
