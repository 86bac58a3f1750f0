import type { Context } from 'hono'
import type { Catalog } from '#platform/i18n/catalog'
import { languageOf } from '#platform/i18n/language'

/** Says a message in the reader's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** Speaks the language that the request asks to be answered in; the web client asks in that of its pages. */
export function speechFor(catalog: Catalog, c: Context): Say {
  const locale = languageOf(c.req.header('accept-language'))
  return (key, values) => catalog.text(locale, key, values)
}
