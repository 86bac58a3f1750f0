import type { ReactNode } from 'react'
import type { AskedQuestion } from '../../document/question.ts'
import type { Block, Question } from '../../document/schema.ts'

type QuestionBlock = Extract<Block, { type: 'question' }>

/** A block as it is read: an author holds the whole question, a learner what is asked. */
export type ReadBlock =
  | Exclude<Block, QuestionBlock>
  | { type: 'question'; attrs: Question }
  | { type: 'question'; attrs: AskedQuestion }

/** What the page around a course puts into it. */
export interface BlockSlots {
  /** The address of a step of this course: for links from one step to another. */
  stepHref: (stepId: string) => string
  /** How a question is asked, answered or reviewed here; without it questions show their prompt only. */
  renderQuestion?: ((question: Question | AskedQuestion) => ReactNode) | undefined
  /** What lies on a picture, over all of it: the points that are meant. */
  over?: ((blockId: string) => ReactNode) | undefined
  /** What follows a block: its discussion, its findings. Not asked for inside lists and tables. */
  after?: ((blockId: string) => ReactNode) | undefined
}
