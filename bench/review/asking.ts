import type pg from 'pg'
import type { Cairn } from '#app/cairn.ts'
import * as courses from '#course/contract.ts'
import { documentOf, words, write } from '#test/course.ts'
import { askForReview } from '#validation/contract.ts'
import { enter, type Made, organizationIn } from './enter.ts'

const text = documentOf({ s1: [words('w1', 'Wait until it is warm, then take the zero three times.')] })
const objective = 'You do it well in the cold.'

/** Makes one course by the verbs and asks for its review: what the rounds of the others are made after. */
export async function pattern(cairn: Cairn, made: Made): Promise<string> {
  const org = organizationIn(cairn, made)
  const author = await org.person('Dana Reyes', 'leader')
  const { course } = await author.does(courses.createCourse, {
    body: { title: 'Zero it', objective, groupId: org.root },
  })
  const params = { courseId: course.id }
  await write(author, course.id, text)
  await author.does(askForReview, { params, body: {} })
  await org.settle()
  return course.id
}

export interface Asks {
  id: string
  title: string
  author: string
}

/** Needs that courses may answer, with somebody of their group who could write one. */
export async function readNeeds(owner: pg.Pool, org: string): Promise<Asks[]> {
  const { rows } = await owner.query<Asks>(
    `select distinct on (n.id) n.id, n.title, r.member_id as author from needs n
    join roles r on r.org_id = n.org_id and r.group_id = n.group_id and r.role = 'learner' where n.org_id = $1
    order by n.id, md5(r.member_id::text)`,
    [org],
  )
  return rows
}

const countSeats = async (owner: pg.Pool, reviewId: string): Promise<number> => {
  const counted = 'select count(*)::int as seats from reviewers where review_id = $1'
  return (await owner.query(counted, [reviewId])).rows[0].seats
}

export interface Place {
  cairn: Cairn
  owner: pg.Pool
  made: Made
}

/**
 * What an author does who asks for a review of what they wrote for a group, to answer a need or of their own accord; throws
 * where nobody was asked.
 */
export async function readyToAsk(
  { cairn, owner, made }: Place,
  on: { groupId: string; need: Asks; isFor: boolean },
) {
  const { groupId, need, isFor } = on
  const author = await enter(cairn, made, need.author)
  const { course } = await author.does(courses.createCourse, {
    body: { title: need.title, objective, groupId, ...(isFor && { needId: need.id }) },
  })
  const params = { courseId: course.id }
  await write(author, course.id, text)
  return async () => {
    const { id } = await author.does(askForReview, { params, body: {} })
    return async () => {
      if ((await countSeats(owner, id)) === 0) throw new Error('Nobody was asked.')
    }
  }
}

/** What the job does when the turn of whoever reads ran out; throws where nobody else was asked. */
export async function readyToPassOn({ cairn, owner, made: { org } }: Place, reviewId: string) {
  const past = `now() - interval '1 minute'`
  await owner.query(`update reviews set looks_at = ${past} where org_id = $1 and id = $2`, [org, reviewId])
  await owner.query(`update reviewers set due_at = ${past} where org_id = $1 and review_id = $2`, [
    org,
    reviewId,
  ])
  const before = await countSeats(owner, reviewId)
  return async () => {
    await cairn.tasks['review-turn']?.({ org, reviewId })
    return async () => {
      if ((await countSeats(owner, reviewId)) === before) throw new Error('Nobody else was asked.')
    }
  }
}

/** So many rounds that wait in a kind of group. */
export async function readRounds(
  { owner, made: { org } }: Place,
  groups: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select r.id from reviews r join courses c on c.org_id = r.org_id and c.id = r.course_id
    where r.org_id = $1 and r.closed_at is null and c.group_id = any($2) order by r.id limit $3`,
    [org, groups, most],
  )
  return rows.map(({ id }) => id)
}
