import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { Academy, PathCourse } from './contract.ts'
import { places } from './material.ts'
import { answersForSome } from './others.ts'
import { findPractice } from './practice.ts'
import { ownCourse } from './progress.ts'
import { courseRowsOf, findAcademy, mayOpen } from './rows.ts'

interface CourseRow extends PathCourse {
  place: number
  isRetired: boolean
}

/** The courses of the path that the actor sees, with how far they are in each: own language first. */
async function readCourses(scope: Scope): Promise<CourseRow[]> {
  const { rows } = await sql<CourseRow>`
    select a.place, c.id, a.language, v.title, v.objective, v.minutes, v.steps,
      least(coalesce(e.steps_done, 0), v.steps) as steps_done,
      coalesce(e.step_id, v.document #>> '{content,0,attrs,id}') as step_id, e.completed_at,
      c.author_id = ${scope.actor.id} as is_own, c.retired_at is not null as is_retired
    from academy_courses a
    join courses c on c.org_id = a.org_id and c.id = a.course_id
    join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
    join groups g on g.org_id = c.org_id and g.id = c.group_id and ${groupVisible(scope, 'g')}
    left join enrollments e on e.org_id = c.org_id and e.course_id = c.id and e.member_id = ${scope.actor.id}
    where a.org_id = ${scope.org}
    order by a.place, a.language <> ${scope.actor.locale}, a.language`.execute(scope.db)
  return rows
}

interface Mine {
  startedAt: string | null
  trainedAt: string | null
  ownId: string | null
  ownTitle: string | null
  ownAt: string | null
  awardId: string | null
  awardedAt: string | null
  badgeName: string | null
  drawing: Record<string, string> | null
}

/** How far the actor is beyond the courses; what they published counts before they begin. */
async function readMine(scope: Scope): Promise<Mine | undefined> {
  const { rows } = await sql<Mine>`
    select p.started_at, p.trained_at, ${ownCourse('id')} as own_id, ${ownCourse('title')} as own_title,
      ${ownCourse('first_published_at')} as own_at, w.id as award_id, w.awarded_at, b.name as badge_name, b.drawing
    from (select m.org_id, m.id as member_id, y.started_at, y.trained_at, y.practice_id, y.award_id
      from members m left join academy_members y on y.org_id = m.org_id and y.member_id = m.id
      where m.org_id = ${scope.org} and m.id = ${scope.actor.id}) p
    left join badge_awards w on w.org_id = p.org_id and w.id = p.award_id and w.revoked_at is null
    left join badge_versions b on b.org_id = w.org_id and b.badge_id = w.badge_id and b.number = w.version`.execute(
    scope.db,
  )
  return rows[0]
}

/** The steps that are asked, or that the actor did though they are not any more. */
function pathOf(rows: readonly CourseRow[]): Academy['path'] {
  const byPlace = Map.groupBy(rows, ({ place }) => place)
  return [...byPlace].flatMap(([place, courses]) => {
    const done = courses.some(({ completedAt }) => completedAt !== null)
    const shown = courses.filter(({ isRetired, completedAt }) => !isRetired || completedAt !== null)
    if (shown.length === 0) return []
    return [{ place, done, courses: shown.map(({ place: _, isRetired: __, ...course }) => course) }]
  })
}

const nothing: Academy = {
  ...{ state: 'none', groupId: null, languages: [], stopped: [], path: [] },
  ...{ startedAt: null, trainedAt: null, practice: null, own: null, certificate: null },
  can: { open: false, seeOthers: false, certify: false },
}

/** What was made of the courses, by language, and which of them are stopped. */
async function readMade(scope: Scope) {
  const rows = await courseRowsOf(scope).execute()
  const languages = [...Map.groupBy(rows, ({ language }) => language)].map(([language, list]) => ({
    language: language as PathCourse['language'],
    made: list.filter(({ firstPublishedAt }) => firstPublishedAt !== null).length,
    of: places,
  }))
  const waits = rows.some(
    ({ firstPublishedAt, stoppedBy, discardedAt }) => !firstPublishedAt && !stoppedBy && !discardedAt,
  )
  const stopped = rows.flatMap(({ courseId, title, stoppedBy, firstPublishedAt }) =>
    courseId && stoppedBy && !firstPublishedAt ? [{ id: courseId, title: title ?? '' }] : [],
  )
  return { languages, waits, stopped }
}

/** The leaders' academy as the actor sees it. */
export async function getAcademy(scope: Scope): Promise<Academy> {
  const academy = await findAcademy(scope)
  const can = { open: mayOpen(scope), seeOthers: answersForSome(scope) }
  if (!academy) return { ...nothing, can: { ...can, certify: true } }
  const { languages, waits, stopped } = await readMade(scope)
  const state = academy.closedAt ? 'closed' : waits ? 'opening' : 'open'
  const courses = state === 'closed' ? [] : await readCourses(scope)
  const mine = await readMine(scope)
  return {
    ...{ state, languages, groupId: academy.groupId, stopped: can.open ? stopped : [] },
    path: pathOf(courses),
    ...{ startedAt: mine?.startedAt ?? null, trainedAt: mine?.trainedAt ?? null },
    practice: (await findPractice(scope)) ?? null,
    own: mine?.ownId ? { id: mine.ownId, title: mine.ownTitle ?? '', publishedAt: mine.ownAt ?? '' } : null,
    certificate:
      mine?.awardId && mine.drawing
        ? {
            awardId: mine.awardId,
            at: mine.awardedAt ?? '',
            name: mine.badgeName ?? '',
            drawing: mine.drawing,
          }
        : null,
    can: { ...can, certify: academy.openedBy !== scope.actor.id },
  }
}
