import { IntlMessageFormat } from 'intl-messageformat'
import { createElement, Fragment, type ReactNode } from 'react'
import { isPlain, partsOfPlain } from './plain.ts'

/** What fills the gaps of a message. */
export type TextValues = Record<string, string | number | boolean | Date | null | undefined>

/** What fills the gaps and tags of a rich message: `<b>` is filled by `b: (parts) => <b>{parts}</b>`. */
export type RichValues = Record<
  string,
  ReactNode | Date | ((parts: ReactNode[]) => ReactNode) | null | undefined
>

/** Says a message of the reader's language. */
export interface Text<Key extends string> {
  (key: Key, values?: TextValues): string
  /** The same with elements inside: tags of the message and values may be React nodes. */
  rich: (key: Key, values: RichValues) => ReactNode
}

/** A message as it is written, or, in the built client, in the parts that its gaps leave. */
export type Message = string | Parts
type Parts = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>

/** One flat dictionary: every message of one locale by its key. */
export type Dictionary = Readonly<Record<string, Message>>

const compiled = new Map<string, Map<Message, IntlMessageFormat>>()

/** Plain messages need no parser, which the built client does not have. */
const written = (message: Message): Message =>
  typeof message === 'string' && isPlain(message) ? (partsOfPlain(message) as Parts) : message

/**
 * Makes the function that says messages of `dictionary`. A message that is missing or broken throws when
 * `strict`; otherwise its key is shown and the error is reported to the console.
 */
export function createText(locale: string, dictionary: Dictionary, strict: boolean): Text<string> {
  const ofLocale = compiled.get(locale) ?? new Map<Message, IntlMessageFormat>()
  compiled.set(locale, ofLocale)
  const format = (key: string): IntlMessageFormat => {
    const message = dictionary[key]
    if (message === undefined) throw new Error(`No message "${key}" in ${locale}.`)
    const known = ofLocale.get(message) ?? new IntlMessageFormat(written(message), locale)
    ofLocale.set(message, known)
    return known
  }
  const say = <Result>(key: string, read: (message: IntlMessageFormat) => Result): Result | string => {
    try {
      return read(format(key))
    } catch (error) {
      if (strict) throw error
      reportError(error)
      return key
    }
  }
  const text = (key: string, values?: TextValues) => String(say(key, (message) => message.format(values)))
  const rich = (key: string, values: RichValues): ReactNode =>
    say(key, (message) => keyed(message.format<ReactNode>(values as never)))
  return Object.assign(text, { rich })
}

/** Parts of a rich message as siblings that need no keys: their order never changes. */
function keyed(parts: unknown): ReactNode {
  return Array.isArray(parts)
    ? createElement(Fragment, null, ...(parts as ReactNode[]))
    : (parts as ReactNode)
}
