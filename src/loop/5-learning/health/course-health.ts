import { sql } from 'kysely'
import { findPublishedCourse } from '#course'
import { walk } from '#course/document/blocks.ts'
import { privacy } from '#leader'
import { holds } from '#people'
import { forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Interval } from '#platform/statistics'
import type { CourseHealth, Score } from '../health.contract.ts'
import { publishedSteps } from '../published.ts'
import { shareOf, trendOf } from './score.ts'
import { readSaid } from './state.ts'
import { partsTold, type Said, wordsOf } from './words.ts'

const percent = (part: number): number => Math.round(part * 100)
const inPercent = ({ low, high }: Interval) => ({ low: percent(low), high: percent(high) })

/** The score of a course or a step, where it is about so many people that it may be told. */
function scoreOf(said: Said[], now: number, fewest: number): Score {
  const words = wordsOf(said)
  const share = shareOf(words, now)
  if (!share || share.people < fewest) return null
  const { trend, difference } = trendOf(words, now, fewest)
  return {
    ...inPercent(share),
    share: percent(share.share),
    people: share.people,
    trend,
    difference: difference && inPercent(difference),
  }
}

/** What readers say of a course and its steps, for its author and who leads in its group. Who said what is told to nobody. */
export async function getCourseHealth(scope: Scope, courseId: string): Promise<CourseHealth> {
  const course = await findPublishedCourse(scope, courseId)
  const write = course.authorId === scope.actor.id
  if (!write && !holds(scope.actor, course.path, 'leader', 'manager')) throw forbidden('health.not-yours')
  const [said, steps, { rows }] = [
    await readSaid(scope, [courseId]),
    await publishedSteps(scope, courseId, course.publishedVersion),
    await sql<{ fewest: number }>`select ${privacy.fewestTold(scope)} as fewest`.execute(scope.db),
  ]
  const fewest = rows[0]?.fewest ?? privacy.usualFewest
  const now = scope.now.getTime()
  const anchors = steps.map(
    ({ step }) => new Set([...walk(step)].map(({ attrs }) => attrs?.id).filter((id) => id !== undefined)),
  )
  const parts = anchors.map((within) => said.filter(({ anchor }) => within.has(anchor)))
  // What was said of the whole, or of what is gone, is a part of the whole too.
  const rest = said.filter(({ anchor }) => !anchors.some((within) => within.has(anchor)))
  const people = [...parts, rest].map((part) => wordsOf(part).length)
  const told = partsTold(people, fewest)
  return {
    course: {
      id: course.id,
      title: course.versionTitle ?? course.title,
      group: { id: course.groupId, name: course.groupName },
      author: { id: course.authorId, name: course.authorName, title: course.authorTitle },
    },
    fewest,
    score: scoreOf(said, now, fewest),
    steps: steps.map(({ id, title }, at) => ({
      id,
      title,
      score: told[at] ? scoreOf(parts[at] ?? [], now, fewest) : null,
    })),
    can: { write },
  }
}
