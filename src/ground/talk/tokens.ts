/** Whom a word points to. */
export interface Named {
  id: string
  name: string
}

/** How words point to a member: by id, so that whoever is called otherwise one day is called so here too. */
const token = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g

/** So many people a comment may point to. */
export const mostMentions = 20
/** So much a comment may say, and so much of it is written where each of those is named by id. */
export const mostSaid = 4000
export const mostWritten = mostSaid + mostMentions * 40

export const tokenOf = (id: string): string => `@[${id}]`

/** The ids that words point to, each once. */
export const idsIn = (words: string): string[] => [
  ...new Set([...words.matchAll(token)].map(([, id = '']) => id)),
]

/** Words in parts, those who are pointed to between them. What points to none of the people is words like others. */
export function partsOf<Person extends Named>(words: string, people: readonly Person[]): (string | Person)[] {
  // What splits has a group, so every other piece is an id.
  return words.split(token).flatMap((piece, at): (string | Person)[] => {
    if (at % 2 === 0) return piece === '' ? [] : [piece]
    return [people.find(({ id }) => id === piece) ?? tokenOf(piece)]
  })
}

/** Words as they are said, with names. */
export const spoken = (words: string, people: readonly Named[]): string =>
  partsOf(words, people)
    .map((part) => (typeof part === 'string' ? part : `@${part.name}`))
    .join('')

/** The beginning of words; whoever is pointed to is in it whole or not at all. */
export const excerptOf = (words: string): string => words.slice(0, 200).replace(/@\[[0-9a-f-]*$/, '')
