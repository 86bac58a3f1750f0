import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { OwnFigures, Practice, PracticeCard } from '../calibration.contract.ts'
import { usualCriteria } from '../criteria/names.ts'
import { attemptOf, lastAttempt, levelsOf, marksOf, ownAttempts, type Row } from './attempts.ts'
import { compareWith, foundIn } from './compare.ts'
import { type PracticeCourse, practiceCourses } from './courses.ts'
import { type Compared, figuresOf } from './figures.ts'
import { findPractice } from './practice.ts'

type Language = PracticeCourse['language']

const comparisonOf = (course: PracticeCourse, row: Row) => compareWith(course, marksOf(row), levelsOf(row))

/** The courses to practise on in a language, each with the actor’s own last attempt. */
export async function listPractice(scope: Scope, language: Language): Promise<{ items: PracticeCard[] }> {
  const rows: Row[] = await ownAttempts(scope).orderBy('number').execute()
  const items = practiceCourses()
    .filter((one) => one.language === language)
    .map((course) => {
      const { key, title, objective } = course
      const own = rows.filter(({ practice }) => practice === key)
      const [last, compared] = [own.at(-1), own.findLast(({ comparedAt }) => comparedAt !== null)]
      const isBegun = last && Object.keys({ ...levelsOf(last), ...(last.marks as object) }).length > 0
      return {
        ...{ key, title, objective, attempts: own.length },
        state: last?.comparedAt ? ('compared' as const) : isBegun ? ('begun' as const) : ('new' as const),
        result: compared ? foundIn(comparisonOf(course, compared)) : null,
      }
    })
  return { items }
}

/** A course to practise on with the actor’s own last attempt; what is wrong in it only once that is compared. */
export async function getPractice(scope: Scope, key: string, language: Language): Promise<Practice> {
  const course = findPractice(key, language)
  const row = await lastAttempt(scope, key)
  const { title, objective, document } = course
  return {
    ...{ key, title, objective, document, ...attemptOf(row) },
    comparison: row?.comparedAt ? comparisonOf(course, row) : null,
  }
}

/** Fewer others than these, and their mean would tell of one what a blind round does not. */
const fewestOthers = 3

/** How the actor judges beside others in rounds that are over, and beside the levels of practice courses. */
export async function getOwnFigures(scope: Scope): Promise<OwnFigures> {
  const [{ compared, others }, practised] = [await readRounds(scope), await readPractice(scope)]
  const missingOthers = Math.max(0, fewestOthers - others)
  const { units, missing, ...told } = figuresOf(compared)
  const silent = { agreement: null, leniency: null, drift: null }
  return {
    rounds: { units, missing, others, missingOthers, ...(missingOthers > 0 ? silent : told) },
    practice: figuresOf(practised),
  }
}

interface RoundRow {
  unit: string
  criterion: string
  own: number
  others: number[]
  members: string[]
  at: string
}

/** What the actor judged in closed rounds in which they gave a verdict, beside others who did. */
async function readRounds({ org, actor, db }: Scope): Promise<{ compared: Compared[]; others: number }> {
  const { rows } = await sql<RoundRow>`
    select j.review_id as unit, j.criterion, j.level as own, w.given_at as at, o.others, o.members
    from reviewers w
      join reviews r on r.org_id = w.org_id and r.id = w.review_id and r.closed_at is not null
      join judgements j on j.org_id = w.org_id and j.review_id = w.review_id and j.member_id = w.member_id
      cross join lateral (select array_agg(x.level) as others, array_agg(x.member_id::text) as members
        from judgements x join reviewers v on v.org_id = x.org_id and v.review_id = x.review_id and v.member_id = x.member_id
        where x.org_id = j.org_id and x.review_id = j.review_id and x.criterion = j.criterion
          and x.member_id <> j.member_id and v.given_at is not null) o
    where w.org_id = ${org} and w.member_id = ${actor.id} and w.given_at is not null and o.others is not null`.execute(
    db,
  )
  return {
    compared: rows.map(({ at, members: _, ...rest }) => ({ ...rest, at: Date.parse(at) })),
    others: new Set(rows.flatMap(({ members }) => members)).size,
  }
}

/**
 * What the actor judged in first attempts that were compared: whoever begins anew knows what is right. Each criterion of a
 * course stands for itself: nobody is behind its reference who could be known by it.
 */
async function readPractice(scope: Scope): Promise<Compared[]> {
  const rows: Row[] = await ownAttempts(scope)
    .where('number', '=', 1)
    .where('comparedAt', 'is not', null)
    .execute()
  return rows.flatMap((row) => {
    const course = practiceCourses().find(({ key }) => key === row.practice)
    if (!course) return []
    return usualCriteria.flatMap((criterion) => {
      const own = levelsOf(row)[criterion]
      if (own === undefined) return []
      const others = [course.levels[criterion].level]
      return {
        unit: `${row.practice} ${criterion}`,
        criterion,
        own,
        others,
        at: Date.parse(row.comparedAt ?? ''),
      }
    })
  })
}
