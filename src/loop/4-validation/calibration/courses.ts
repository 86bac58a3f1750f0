import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type CourseDocument, calloutKinds } from '#course/document/schema.ts'
import { usualCriteria } from '../criteria/names.ts'
import { blockOf, idOf } from './document.ts'

/** What a step or block is called in its file, the same in each language. */
const name = z.string().regex(/^[a-z]{1,12}$/)
const words = z.string().min(1).max(600)

const block = z.union([
  z.strictObject({ id: name, text: words }),
  z.strictObject({ id: name, list: z.array(words).min(1) }),
  z.strictObject({ id: name, numbered: z.array(words).min(1) }),
  z.strictObject({
    id: name,
    callout: z.strictObject({ kind: z.enum(calloutKinds), title: words, text: words }),
  }),
  z.strictObject({
    id: name,
    question: z.strictObject({
      ...{ prompt: words, right: words, wrong: words },
      options: z.array(z.strictObject({ text: words, right: z.boolean().default(false) })).min(2),
    }),
  }),
])
export type PracticeBlock = z.output<typeof block>

const practice = z.strictObject({
  title: z.string().max(120),
  objective: words,
  steps: z.array(z.strictObject({ id: name, title: words, blocks: z.array(block).min(1) })).min(1),
  /** What is wrong in it: where (the first is where it is shown, any of them finds it), on which criterion, and what. */
  defects: z.array(
    z.strictObject({ at: z.array(name).min(1), criterion: z.enum(usualCriteria), what: words }),
  ),
  /** On which level it is, as whoever wrote it meant it, and why. */
  levels: z.record(z.enum(usualCriteria), z.strictObject({ level: z.int().min(1).max(4), why: words })),
})
export type PracticeFile = z.output<typeof practice>

/** A ready-made course with known defects, in one language. */
export interface PracticeCourse extends Pick<PracticeFile, 'title' | 'objective' | 'levels' | 'defects'> {
  key: string
  language: 'en' | 'fr'
  document: CourseDocument
}

const folder = new URL('../../../../content/practice/', import.meta.url)

const readLanguage = (language: PracticeCourse['language']): PracticeCourse[] =>
  readdirSync(new URL(`${language}/`, folder))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(`${language}/${file}`, folder), 'utf8')
      const { steps, defects, ...rest } = practice.parse(parse(text))
      return {
        ...{ key: file.replace('.yaml', ''), language, ...rest },
        defects: defects.map((one) => ({ ...one, at: one.at.map(idOf) })),
        document: {
          type: 'doc',
          content: steps.map(({ id, title, blocks }) => ({
            type: 'step',
            attrs: { id: idOf(id), title },
            content: blocks.map(blockOf),
          })),
        },
      }
    })

let known: PracticeCourse[] | null = null

/** The courses to practise on, in each of Cairn's languages. */
export function practiceCourses(): PracticeCourse[] {
  known ??= [...readLanguage('en'), ...readLanguage('fr')]
  return known
}

/** The ids of its steps and of the blocks in them: where one may say that something is wrong. */
export const placesIn = ({ document }: Pick<PracticeCourse, 'document'>): string[] =>
  document.content.flatMap(({ attrs, content }) => [
    attrs.id,
    ...content.map((one) => (one.attrs as { id: string }).id),
  ])
