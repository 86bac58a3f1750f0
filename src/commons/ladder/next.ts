import type { Scope } from '#platform/scope'
import { readDone } from './did.ts'
import type { RungDone } from './ladder.contract.ts'
import { type ContributionKind, type Place, pathOf, type Rung, rungNames } from './rungs.ts'
import {
  doesLead,
  findOpen,
  findTaught,
  findWaiting,
  type Open,
  type Seeker,
  waitsForReview,
} from './targets.ts'

/** One thing that somebody could do next, and where. */
export interface Next {
  rung: Rung
  path: string
  about: string | null
  courseId: string | null
  needId: string | null
}

const nextOf = (rung: Rung, place: Place, about: string | null): Next => ({
  ...{ rung, path: pathOf[rung](place), about },
  ...{ courseId: place.courseId ?? null, needId: place.needId ?? null },
})

type Step = Open['steps'][number]

/** What of a course each kind needs: a step that lacks it, or has what it is about. */
const fits: Record<ContributionKind, (step: Step) => boolean> = {
  tip: () => true,
  step: () => true,
  edit: ({ blockId }) => blockId !== null,
  clip: ({ hasMedia }) => !hasMedia,
  question: ({ hasQuestion }) => !hasQuestion,
}

/** The first course that lacks something of a kind which the member has not given to it. */
function inCourse(kind: ContributionKind, courses: readonly Open[]): Next | null {
  for (const { id: courseId, title, mine, steps } of courses) {
    const step = mine.includes(kind) ? undefined : steps.find(fits[kind])
    if (!step) continue
    const blockId = kind === 'edit' || kind === 'tip' ? step.blockId : null
    return nextOf(
      kind,
      { courseId, stepId: step.id, blockId },
      kind === 'step' ? title : `${title}: ${step.title}`,
    )
  }
  return null
}

/** Everything that somebody could do next, by rung; a rung is left out where nothing real waits for it. */
async function possible(scope: Scope, seeker: Seeker, done: readonly RungDone[]): Promise<Map<Rung, Next>> {
  const waiting = await findWaiting(scope, seeker)
  const courses = await findOpen(scope, seeker)
  const taught = await findTaught(scope, seeker)
  const hasCourse = done.some(({ rung, count }) => rung === 'course' && count > 0)
  const mayCoach = hasCourse && (await doesLead(scope, seeker.id))
  const isWriting = await waitsForReview(scope, seeker.id)
  const all = [
    waiting && nextOf('answer', waiting, waiting.about),
    ...(['tip', 'clip', 'edit', 'question', 'step'] as const).map((kind) => inCourse(kind, courses)),
    isWriting ? null : nextOf('course', { needId: taught?.id ?? null }, taught?.title ?? null),
    mayCoach ? nextOf('coach', {}, null) : null,
  ]
  return new Map(all.flatMap((one) => (one ? [[one.rung, one] as const] : [])))
}

/** What somebody did, and the one thing that is next: the first rung they have not done, else the one done longest ago. */
export async function readLadder(
  scope: Scope,
  seeker: Seeker,
): Promise<{ rungs: RungDone[]; next: Next | null }> {
  const rungs = await readDone(scope, seeker.id)
  const all = await possible(scope, seeker, rungs)
  const order = [...rungs].sort(
    (a, b) => (a.lastAt ?? '').localeCompare(b.lastAt ?? '') || place(a) - place(b),
  )
  const next = order.find(({ rung }) => all.has(rung))
  return { rungs, next: (next && all.get(next.rung)) ?? null }
}

const place = ({ rung }: RungDone) => rungNames.indexOf(rung)
