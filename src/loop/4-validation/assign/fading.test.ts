import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { documentOf, published } from '#test/course.ts'
import { draft, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '../contract.ts'

const world = openWorld()

/** As if what speaks for everybody were from so many days before. */
const age = (org: Awaited<ReturnType<typeof room>>['org'], days: number) =>
  org.as(({ db, now }) =>
    sql`update evidence set at = ${new Date(now.getTime() - days * 86_400_000)} where org_id = ${org.id}`.execute(
      db,
    ),
  )

test('an expert keeps their turn though what speaks for them fades below the bar while they read; for another course they are asked no more', async () => {
  const { org, admin, dana, lab, ask, turnsOf } = await room(world)
  const hall = await org.group('Hall')
  const mei = await org.person('Mei Tanaka', 'leader', hall)
  await published(org, mei, documentOf({ s1: [] }), hall)
  await world.settle()
  // Having taught just this counts 4, half of it after each year: a little more than the bar of 0.5 is left.
  await age(org, 365 * Math.log2(4 / 0.502))
  await say(admin, lab, { approvers: ['experts'], days: 30 })
  const id = await ask()
  expect(await turnsOf(id)).toEqual(['Mei Tanaka: reading'])

  world.pass({ days: 12 })
  await world.cairn.tasks['review-turn']?.({ org: org.id, reviewId: id })
  expect(await org.countFacts('review.reminded')).toBe(1)
  expect(await turnsOf(id)).toEqual(['Mei Tanaka: reading'])
  expect(await org.countFacts('review.turn-ended')).toBe(0)

  const another = await draft(dana, lab)
  const { items } = await dana.does(reviews.suggestReviewers, { params: { courseId: another } })
  expect(items.map(({ name }) => name)).not.toContain('Mei Tanaka')
})
