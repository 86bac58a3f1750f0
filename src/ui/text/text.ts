import { IntlMessageFormat } from 'intl-messageformat'
import { createElement, Fragment, type ReactNode } from 'react'

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

/** One flat dictionary: every message of one locale by its key. */
export type Dictionary = Readonly<Record<string, string>>

const compiled = new Map<string, IntlMessageFormat>()

/**
 * Makes the function that says messages of `dictionary`. A message that is missing or broken throws when
 * `strict`; otherwise its key is shown and the error is reported to the console.
 */
export function createText(locale: string, dictionary: Dictionary, strict: boolean): Text<string> {
  const format = (key: string): IntlMessageFormat => {
    const message = dictionary[key]
    if (message === undefined) throw new Error(`No message "${key}" in ${locale}.`)
    const id = `${locale}\n${message}`
    const known = compiled.get(id) ?? new IntlMessageFormat(message, locale)
    compiled.set(id, known)
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
