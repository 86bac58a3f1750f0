import { readVersion } from '#course'
import { isEmpty, unfinishedQuestions } from '#course/document/ready.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { usesOf } from '#course/document/uses.ts'
import { conflict } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { settingsFor } from './charter/charter.ts'
import { type Checked, quoted } from './charter/checked.ts'
import { contrastsOf } from './charter/contrast/looks.ts'
import { countPending } from './charter/contrast/pending.ts'
import { checkCourse, type Setting } from './charter/rules.ts'
import type { OwnCourse } from './wishes.ts'

/** Refuses what nobody could learn from and what the charter stops, before anybody's time is asked for. */
export async function refuseUnready(scope: Scope, course: OwnCourse, version: number): Promise<void> {
  const text = await readVersion(scope, course.id, version)
  refuseUnfinished(text.document)
  await refuseStopped(scope, course, text)
}

function refuseUnfinished(document: CourseDocument): void {
  if (isEmpty(document)) throw conflict('course.empty')
  const unfinished = unfinishedQuestions(document)
  const [first] = unfinished
  if (!first) return
  throw conflict('course.unfinished-question', {
    blockIds: unfinished.map(({ id }) => id),
    step: first.step.title || String(first.step.place),
    asks: first.prompt ? 'something' : 'nothing',
    question: quoted(first.prompt, mostOfQuestion),
    more: unfinished.length - 1,
  })
}

/** Refuses what the charter of the course's group stops: there is no use in asking people what a rule can tell. */
async function refuseStopped(
  scope: Scope,
  { id, path, verifyBy, template }: OwnCourse,
  text: Pick<Checked, 'document' | 'objective'> & { language: string | null },
): Promise<void> {
  const language = text.language === 'fr' ? 'fr' : 'en'
  const contrasts = await contrastsOf(scope, id)
  const today = scope.now.toISOString().slice(0, 10)
  const checked = { ...text, language, verifyBy, today, parts: template?.parts ?? [], contrasts } as const
  const settings = await settingsFor(scope, path)
  const stopped = checkCourse(checked, settings).filter(({ level }) => level === 'block')
  const [first] = stopped
  if (!first) return refusePending(scope, id, text.document, settings)
  const blockIds = stopped.flatMap(({ blockId }) => blockId ?? [])
  throw conflict('review.charter', { rule: first.rule, count: stopped.length, blockIds })
}

/** Refuses what pictures may still stop that came in a moment ago and that nobody has looked at. */
async function refusePending(
  scope: Scope,
  courseId: string,
  document: CourseDocument,
  settings: readonly Setting[],
): Promise<void> {
  if (!settings.some(({ rule, level }) => rule === 'contrast' && level === 'block')) return
  const count = await countPending(scope, courseId, picturesIn(document))
  if (count > 0) throw conflict('review.pictures-pending', { count })
}

const picturesIn = (document: CourseDocument): string[] =>
  usesOf(document).flatMap(({ use, file }) => (use === 'image' ? file : []))

const mostOfQuestion = 100

/** The number of the next round of a course; throws while one is open. */
export async function nextRound(scope: Scope, courseId: string): Promise<number> {
  const rounds = await scope.db
    .selectFrom('reviews')
    .select(['closedAt'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .execute()
  if (rounds.some(({ closedAt }) => closedAt === null)) throw conflict('review.open-already')
  return rounds.length + 1
}
