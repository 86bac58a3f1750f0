import type { Part } from '#course/document/parts.ts'
import type { CourseDocument, Question, Step } from '#course/document/schema.ts'

/** What the charter's rules look at: a course as it is written now, and the day on which they look. */
export interface Checked {
  objective: string
  language: 'en' | 'fr'
  /** Until when its author answers for it, as a day (`2026-11-30`); null where they have not said. */
  verifyBy: string | null
  today: string
  document: CourseDocument
  /** What the template asks for that the course follows; nothing where it follows none. */
  parts: readonly Part[]
  /** How the words in a picture stand out, 1 to 21 to one, by its file; nothing of one where that is not known. */
  contrasts: ReadonlyMap<string, number>
}

/** What a rule found, where, and what fills its message. A course as a whole has no step and no block. */
export interface RuleFault {
  stepId: string | null
  blockId: string | null
  values: Record<string, string | number>
}

/** One rule of the charter: a pure function of a course and of the one figure that the organization sets for it. */
export type Check = (course: Checked, figure: number) => RuleFault[]

interface Node {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: { href?: string } }[]
  content?: Node[]
}

interface Placed {
  step: Step
  /** The nearest block around the node that has an id, itself among them. */
  blockId: string
  node: Node
}

/** Every node of a course in reading order, each with the step and the block it stands in. */
export function* nodesOf({ document }: Checked): Generator<Placed> {
  for (const step of document.content)
    for (const block of step.content) yield* below(step, block.attrs.id, block as unknown as Node)
}

function* below(step: Step, around: string, node: Node): Generator<Placed> {
  const own = node.attrs?.id
  const blockId = typeof own === 'string' ? own : around
  yield { step, blockId, node }
  for (const child of node.content ?? []) yield* below(step, blockId, child)
}

/** Every question, with the step it stands in. */
export function* questionsIn(course: Checked): Generator<{ step: Step; question: Question }> {
  for (const { step, node } of nodesOf(course))
    if (node.type === 'question') yield { step, question: node.attrs as Question }
}

export const inStep = (step: Step, values: RuleFault['values'] = {}): RuleFault => ({
  stepId: step.attrs.id,
  blockId: null,
  values,
})

export const inBlock = (step: Step, blockId: string, values: RuleFault['values'] = {}): RuleFault => ({
  stepId: step.attrs.id,
  blockId,
  values,
})

export const ofCourse = (values: RuleFault['values'] = {}): RuleFault => ({
  stepId: null,
  blockId: null,
  values,
})

const mostLetters = 140

/** Words of a course as a message quotes them, so many letters at most. */
export const quoted = (words: string, most = mostLetters): string =>
  words.length > most ? `${words.slice(0, most).trimEnd()}…` : words

/** Everything that an author wrote in a node, not in the nodes in it. */
export function wordsOf({ type, text, attrs = {} }: Node): string[] {
  if (type === 'question') return wordsOfQuestion(attrs as unknown as Question)
  const said = [text, attrs.alt, attrs.caption, attrs.title, type === 'file' ? attrs.name : undefined]
  return said.filter((one): one is string => typeof one === 'string')
}

function wordsOfQuestion(question: Question): string[] {
  const { prompt, feedback } = question
  const own =
    'options' in question
      ? question.options.flatMap((option) => [option.text, option.feedback])
      : question.kind === 'short'
        ? question.accepted
        : question.kind === 'ordering'
          ? question.items.map((item) => item.text)
          : []
  return [prompt, feedback.right, feedback.wrong, ...own]
}
