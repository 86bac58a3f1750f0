import { ownText, walk } from './blocks.ts'
import type { CourseDocument } from './schema.ts'

/** One thing that a course says one will be able to do, and where it says so. */
export interface Objective {
  stepId: string
  /** The paragraph that says it. */
  id: string
  words: string
}

/** What a course says that one will be able to do, one by one: each line of its boxes of objectives, in reading order. */
export const objectivesOf = (document: CourseDocument): Objective[] =>
  document.content.flatMap((step) =>
    [...walk(step)]
      .filter(({ type, attrs }) => type === 'callout' && attrs?.kind === 'objectives')
      .flatMap((box) => [...walk(box)].filter(({ type }) => type === 'paragraph'))
      .map((line) => ({
        stepId: step.attrs.id,
        id: String(line.attrs?.id ?? ''),
        words: ownText(line).trim(),
      }))
      .filter(({ words }) => words !== ''),
  )
