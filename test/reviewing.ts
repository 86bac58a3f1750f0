import { sql } from 'kysely'
import * as courses from '#course/contract.ts'
import { afterWorkingDays, workingDaysBetween } from '#platform/working-days'
import * as reviews from '#validation/contract.ts'
import * as policies from '#validation/policy.contract.ts'
import { type Policy, usualPolicy } from '#validation/queue/policy.ts'
import { turnDays } from '#validation/queue/turn.ts'
import { documentOf, words, write } from './course.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

export const approve = { body: { verdict: 'approve' as const } }
export const changes = { body: { verdict: 'changes' as const, note: 'Say where it is from.' } }

/** A course of Dana's that is ready, in a group with two reviewers and a manager. */
export async function room(world: World) {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const admin = await org.admin()
  const dana = await org.person('Dana Reyes', 'leader', lab)
  const priya = await org.person('Priya Nair', 'reviewer', lab)
  const kofi = await org.person('Kofi Mensah', 'reviewer', lab)
  const params = { courseId: await draft(dana, lab) }
  const ask = async (...reviewerIds: string[]) =>
    (await dana.does(reviews.askForReview, { params, body: { reviewerIds } })).id
  const turnsOf = async (reviewId: string) => {
    const { reviewers } = await dana.does(reviews.getReview, { params: { reviewId } })
    return reviewers.map(({ member, verdict, ended }) => `${member.name}: ${verdict ?? ended ?? 'reading'}`)
  }
  return { org, lab, admin, dana, priya, kofi, params, ask, turnsOf }
}

export async function draft(author: Person, groupId: string, title = 'Zero it') {
  const { course } = await author.does(courses.createCourse, {
    body: { title, objective: 'You zero a gauge in the cold.', groupId },
  })
  await write(author, course.id, documentOf({ s1: [words('w1', 'First words')] }))
  return course.id
}

export const say = (who: Person, groupId: string, what: Partial<Policy & { namedIds: string[] }> = {}) =>
  who.does(policies.setPolicy, { params: { groupId, kind: 'any' }, body: { ...usualPolicy, ...what } })

/** As if some working days had passed since somebody was asked. */
export async function passes(world: World, org: Organization, reviewId: string, days: number) {
  await org.as(async ({ db, now }) => {
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
    let hours = 1
    while (workingDaysBetween(ago(hours), now) < days) hours += 1
    const asked = ago(hours)
    await sql`update reviews set asked_at = ${asked}, due_at = ${afterWorkingDays(asked, 5)}, looks_at = ${asked}
      where org_id = ${org.id} and id = ${reviewId}`.execute(db)
    await sql`update reviewers set asked_at = ${asked}, due_at = ${afterWorkingDays(asked, turnDays({ days: 5 }))}
      where org_id = ${org.id} and review_id = ${reviewId}`.execute(db)
  })
  await world.cairn.tasks['review-turn']?.({ org: org.id, reviewId })
  await world.settle()
}
