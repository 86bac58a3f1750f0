import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { calloutKinds } from '../document/schema.ts'

const hint = z.string().min(1).max(300)
/** What may be left out; everything else must be filled in. */
const isOptional = z.boolean().default(false)
const said = { hint, isOptional }

/** One part of a template: what is to stand there, with guidance for whoever writes it. */
const part = z.union([
  z.strictObject({ text: z.strictObject(said) }),
  z.strictObject({ quote: z.strictObject(said) }),
  z.strictObject({ list: z.strictObject({ ...said, title: z.string() }) }),
  z.strictObject({ numbered: z.strictObject(said) }),
  z.strictObject({ sources: z.strictObject({ ...said, title: z.string() }) }),
  z.strictObject({ objectives: z.strictObject({ ...said, title: z.string() }) }),
  z.strictObject({
    callout: z.strictObject({ ...said, kind: z.enum(calloutKinds), title: z.string() }),
  }),
  z.strictObject({
    question: z.strictObject({ ...said, kind: z.enum(['single', 'truefalse']), right: hint, wrong: hint }),
  }),
])
export type TemplateBlock = z.output<typeof part>

const template = z.strictObject({
  name: z.string().max(60),
  for: z.string().max(200),
  version: z.number().int(),
  /** After how many months a course made from it is looked at again. */
  months: z.number().int(),
  /** What to say as its objective. */
  objective: hint,
  steps: z.array(z.strictObject({ title: z.string().max(200), blocks: z.array(part).min(1) })).min(1),
})

/** A template that comes with Cairn, in one language. */
export type Template = z.output<typeof template> & { key: string; language: 'en' | 'fr' }

const folder = new URL('../../../../content/templates/', import.meta.url)

function readLanguage(language: Template['language']): Template[] {
  const place = new URL(`${language}/`, folder)
  return readdirSync(place)
    .sort()
    .map((file) => ({
      key: file.replace('.yaml', ''),
      language,
      ...template.parse(parse(readFileSync(new URL(file, place), 'utf8'))),
    }))
}

let known: Template[] | null = null

/** The templates that come with Cairn, in each of its languages. */
export function templates(): Template[] {
  known ??= [...readLanguage('en'), ...readLanguage('fr')]
  return known
}

/** One of them, by its key. */
export const findOriginal = (key: string, language: Template['language']): Template | undefined =>
  templates().find((one) => one.key === key && one.language === language)
