import { readVersion } from '#course'
import { questionsOf } from '#course/document/blocks.ts'
import { withoutAnswers } from '#course/document/question.ts'
import type { CourseDocument, Question, Step } from '#course/document/schema.ts'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'

/** A step of a published version, made ready once for everybody who plays it. */
export interface PublishedStep {
  id: string
  title: string
  minutes: number
  /** With its answers: never for a learner's eyes. */
  step: Step
  questions: Question[]
  /** The blocks as a learner may hold them. */
  content: unknown[]
}

const wordsPerMinute = 200
const mostCharacters = 16_000_000

// A version never changes once it is written, so it can be kept; the oldest leave when there are too many.
const kept = new Map<string, { steps: PublishedStep[]; size: number }>()
let size = 0

/** The steps of a version, in order. No permission is checked; throws 404 when there is no such version. */
export async function publishedSteps(
  scope: Scope,
  courseId: string,
  version: number,
): Promise<PublishedStep[]> {
  const key = `${scope.org}/${courseId}/${version}`
  const known = kept.get(key)
  if (known) return known.steps
  const { document } = await readVersion(scope, courseId, version)
  const made = { steps: document.content.map(prepare), size: JSON.stringify(document).length }
  if (!kept.has(key)) size += made.size
  kept.set(key, made)
  for (const [oldest, { size: freed }] of kept) {
    if (size <= mostCharacters) break
    kept.delete(oldest)
    size -= freed
  }
  return made.steps
}

/** One step of a version; throws 404 when it has none of that id. */
export async function publishedStep(scope: Scope, courseId: string, version: number, stepId: string) {
  const found = (await publishedSteps(scope, courseId, version)).find(({ id }) => id === stepId)
  if (!found) throw notFound('step')
  return found
}

function prepare(step: Step): PublishedStep {
  const bare = withoutAnswers({ type: 'doc', content: [step] } as CourseDocument) as {
    content: { content: unknown[] }[]
  }
  return {
    id: step.attrs.id,
    title: step.attrs.title,
    minutes: JSON.stringify(step).length / 9 / wordsPerMinute,
    step,
    questions: questionsOf(step),
    content: bare.content[0]?.content ?? [],
  }
}
