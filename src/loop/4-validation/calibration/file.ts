import { z } from 'zod'
import { calloutKinds } from '#course/document/schema.ts'
import { usualCriteria } from '../criteria/names.ts'

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

/** What the file of a practice course holds: content/practice. */
export const practiceFile = z.strictObject({
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
export type PracticeFile = z.output<typeof practiceFile>
