import type { Reading } from '#platform/table/parts'
import type { Mapping } from '../import.contract.ts'

/** One record as its columns say it; null where it cannot be read. */
export type Fields = Readonly<Record<string, string>> | null

/** What a record of cells says, by the names of the columns. */
export const fieldsOf = (cells: readonly string[] | null, columns: readonly string[]): Fields =>
  cells && Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()]))

/** What a line of JSON says: texts, numbers and truths, also one level down (`author.mail`). */
export function fieldsOfJson(line: string): Fields {
  const value = parsed(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const flat = Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).map(([below, deepest]) => [`${name}.${below}`, deepest] as const)
      : [[name, inner] as const],
  )
  return Object.fromEntries(
    flat.flatMap(([name, one]) =>
      typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'
        ? [[name, String(one).trim()] as const]
        : [],
    ),
  )
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    // That is how the parser says that this line is something else.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Names by which columns are known in the exports of chats, forums and code reviews, and in French. */
const names = {
  helper: [
    'helper',
    'answered by',
    'answerer',
    'author',
    'reviewer',
    'from',
    'user',
    'sender',
    'auteur',
    'répondu par',
    'aidant',
  ],
  helped: [
    'helped',
    'asked by',
    'asker',
    'to',
    'recipient',
    'requester',
    'question author',
    'aidé',
    'demandé par',
    'destinataire',
  ],
  at: ['at', 'date', 'time', 'timestamp', 'created', 'created at', 'answered at', 'le', 'heure'],
  kindColumn: ['kind', 'type', 'action', 'event', 'genre'],
  topic: ['topic', 'tag', 'tags', 'channel', 'subject', 'repository', 'sujet', 'canal'],
  key: ['id', 'key', 'message id', 'uuid', 'identifiant'],
  useful: ['useful', 'votes', 'score', 'reactions', 'likes', 'utile'],
} as const

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[_\-.]+/g, ' ')
    .trim()

/** Which column most likely says what; null where nobody is found who helped, or no date. */
export function guessMapping(columns: readonly string[], how: Reading): Mapping | null {
  const taken = new Set<string>()
  const find = (known: readonly string[]) => {
    const order = known.map((name) => columns.find((one) => plain(one) === name && !taken.has(one)))
    const loose = columns.find(
      (one) => !taken.has(one) && known.some((name) => name.length > 3 && plain(one).includes(name)),
    )
    const found = order.find((one) => one !== undefined) ?? loose ?? null
    if (found !== null) taken.add(found)
    return found
  }
  const [helper, helped, at] = [find(names.helper), find(names.helped), find(names.at)]
  const [kindColumn, topic, key, useful] = [
    find(names.kindColumn),
    find(names.topic),
    find(names.key),
    find(names.useful),
  ]
  if (helper === null || at === null) return null
  return { ...how, helper, helped, at, dates: 'iso', kind: 'answered', kindColumn, topic, key, useful }
}
