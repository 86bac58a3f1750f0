import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { CriterionAgreement } from '../calibration.contract.ts'
import { criteriaFor } from '../criteria/criteria.ts'
import { findManaged } from '../overview/queue.ts'
import { alphaOf } from './alpha.ts'

/** Below so many courses or people alpha swings with each of them, and would tell of one of them. */
const fewestCourses = 10
const fewestReviewers = 3

/** Krippendorff’s lowest conceivable limit for tentative conclusions (Content Analysis, chapter 12). */
const lowestAlpha = 0.667

/** So far back one looks: criteria are rewritten, and who reviews changes. */
const days = 365

/** So many rounds tell as much of agreement as all of them would, in the time that a page may take. */
const mostRounds = 1000

interface Row {
  criterion: string
  courseId: string
  levels: number[]
  members: string[]
}

/** On which criteria of a group those who review in it and below disagree, by its latest rounds. Nothing in it is told of one person. */
export async function listAgreement(
  scope: Scope,
  groupId: string,
  most = mostRounds,
): Promise<{ items: CriterionAgreement[] }> {
  const { path } = await findManaged(scope, groupId)
  const [criteria, rows] = [await criteriaFor(scope, path), await readLevels(scope, groupId, most)]
  const judged = Map.groupBy(rows, ({ criterion }) => criterion)
  const items = criteria.map(({ key, words }) => ({ key, words, ...agreementOf(judged.get(key) ?? []) }))
  return { items }
}

function agreementOf(rows: readonly Row[]): Omit<CriterionAgreement, 'key' | 'words'> {
  const courses = new Set(rows.map(({ courseId }) => courseId)).size
  const reviewers = new Set(rows.flatMap(({ members }) => members)).size
  if (courses < fewestCourses || reviewers < fewestReviewers)
    return { courses, reviewers, alpha: null, state: 'few' }
  const alpha = alphaOf(
    rows.map(({ levels }) => levels),
    'ordinal',
  )
  const isLow = alpha !== null && alpha < lowestAlpha
  return { courses, reviewers, alpha, state: isLow ? 'disagreed' : 'agreed' }
}

/**
 * What two or more judged on the same criterion of the same round: of the latest rounds of a year that are over and that two
 * or more gave their verdict on, so many at most.
 */
async function readLevels(scope: Scope, groupId: string, most: number): Promise<Row[]> {
  const since = new Date(scope.now.getTime() - days * 86_400_000)
  const { rows } = await sql<Row>`
    with latest as materialized (
      select r.id, r.course_id
      from reviews r
        join courses c on c.org_id = r.org_id and c.id = r.course_id and c.discarded_at is null
        join groups g on g.org_id = c.org_id and g.id = c.group_id and g.path @> array[${groupId}]::uuid[]
          and ${groupVisible(scope, 'g')}
      where r.org_id = ${scope.org} and r.closed_at > ${since} and 1 < (select count(*) from reviewers w
        where w.org_id = ${scope.org} and w.review_id = r.id and w.given_at is not null)
      order by r.closed_at desc, r.id desc
      limit ${most})
    select j.criterion, r.course_id, array_agg(j.level) as levels, array_agg(j.member_id::text) as members
    from latest r
      join judgements j on j.org_id = ${scope.org} and j.review_id = r.id
      join reviewers w on w.org_id = ${scope.org} and w.review_id = r.id and w.member_id = j.member_id
    where w.given_at is not null
    group by r.id, r.course_id, j.criterion
    having count(*) > 1`.execute(scope.db)
  return rows
}
