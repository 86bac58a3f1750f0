import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { idOf as blockIdOf } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { blockOf, idOf } from './document.ts'
import { type PracticeFile, practiceFile } from './file.ts'

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
      const { steps, defects, ...rest } = practiceFile.parse(parse(text))
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
  document.content.flatMap(({ attrs, content }) => [attrs.id, ...content.map(blockIdOf)])
