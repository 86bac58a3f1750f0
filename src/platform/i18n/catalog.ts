import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

const locales = ['en', 'fr'] as const

/** Every message of the installation, by locale and key. */
export interface Catalog {
  /** The message of `key`, filled in. Throws when there is none: a missing text is a bug. */
  text: (locale: string, key: string, values?: Record<string, string | number | Date>) => string
}

/** Reads each `messages/<locale>.json` below `root` once. Throws when two files define one key. */
export function readCatalog(root: string): Catalog {
  const texts = new Map<string, string>()
  for (const locale of locales) {
    for (const file of messageFiles(root, `${locale}.json`)) {
      for (const [key, text] of Object.entries(
        JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
      )) {
        const full = `${locale}:${key}`
        if (texts.has(full)) throw new Error(`${file} defines ${key} again.`)
        texts.set(full, text)
      }
    }
  }
  const compiled = new Map<string, IntlMessageFormat>()
  return {
    text: (locale, key, values) => {
      const full = `${locale === 'fr' ? 'fr' : 'en'}:${key}`
      const format = compiled.get(full) ?? compile(texts.get(full), full)
      compiled.set(full, format)
      return String(format.format(values))
    },
  }
}

function compile(text: string | undefined, full: string): IntlMessageFormat {
  if (text === undefined) throw new Error(`No message ${full}.`)
  return new IntlMessageFormat(text, full.slice(0, 2))
}

/** The paths of the message files of one locale below a folder, in a stable order. */
export function messageFiles(root: string, name: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(join('messages', name)))
    .sort()
    .map((path) => join(root, path))
}
