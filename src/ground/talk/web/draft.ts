import { tokenOf } from '../tokens.ts'

/** Somebody whose name stands in a text, from `start` on, with the @ before it. */
export interface Pointed {
  id: string
  name: string
  start: number
}

/** What is being written: the text as it is seen, and who is pointed to in it, in the order of the text. */
export interface Draft {
  text: string
  pointed: readonly Pointed[]
}

export const emptyDraft: Draft = { text: '', pointed: [] }

const endOf = ({ start, name }: Pointed) => start + 1 + name.length

/**
 * The draft after an edit that left the cursor at `caret`. Behind the cursor nothing changed, so what came and went is
 * known; whoever's name was touched is pointed to no more.
 */
export function edited({ text: old, pointed }: Draft, text: string, caret: number): Draft {
  let behind = text.length - caret
  while (behind > 0 && (behind > old.length || !old.endsWith(text.slice(text.length - behind)))) behind--
  const longest = Math.min(old.length, text.length) - behind
  let ahead = 0
  while (ahead < longest && old[ahead] === text[ahead]) ahead++
  const shift = text.length - old.length
  return {
    text,
    pointed: pointed.flatMap((one) => {
      if (endOf(one) <= ahead) return [one]
      return one.start >= old.length - behind ? [{ ...one, start: one.start + shift }] : []
    }),
  }
}

/** What is looked for at an @ before the cursor: from where, and what. */
export interface Asked {
  start: number
  query: string
}

const asking = /(?:^|[\s(,;:])@((?:[^\s@][^\n@]{0,59})?)$/u

/** The name that is being written at the cursor; null where it is none, or already somebody. */
export function askedAt({ text, pointed }: Draft, caret: number): Asked | null {
  const [, query] = asking.exec(text.slice(0, caret)) ?? []
  if (query === undefined) return null
  const start = caret - query.length - 1
  return pointed.some((one) => one.start === start) ? null : { start, query }
}

/** The draft with somebody's name where it was looked for, and where the cursor is then. */
export function withName(draft: Draft, { start, query }: Asked, person: { id: string; name: string }) {
  const after = draft.text.slice(start + 1 + query.length)
  const name = `@${person.name}${/^[\s.,;:!?)]/.test(after) ? '' : ' '}`
  const text = `${draft.text.slice(0, start)}${name}${after}`
  const { pointed } = edited(draft, text, start + name.length)
  const added = [...pointed, { id: person.id, name: person.name, start }]
  return { draft: { text, pointed: added.sort((a, b) => a.start - b.start) }, caret: start + name.length }
}

/** What is sent: each name as the id of who has it. */
export function bodyOf({ text, pointed }: Draft): string {
  const ends = [0, ...pointed.map(endOf)]
  const between = [...pointed.map(({ start }) => start), text.length]
  return between
    .map((end, at) => `${text.slice(ends[at], end)}${pointed[at] ? tokenOf(pointed[at].id) : ''}`)
    .join('')
}

/** What stays when a draft has been sent: what was written behind it since; all of it where the text is another one. */
export function withoutSent(now: Draft, sent: Draft): Draft {
  if (now.text === sent.text) return emptyDraft
  if (!now.text.startsWith(sent.text)) return now
  return edited(now, now.text.slice(sent.text.length).trimStart(), 0)
}
