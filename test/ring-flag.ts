import { privacy } from '#leader'
import { keepFound } from '#recognition/fairness/flags/keep.ts'
import type { Organization } from './organization.ts'

/** Has thanks looked through in an organization. */
export const switchOnRings = (org: Organization) =>
  org.as((scope) =>
    privacy.setPurpose(scope, 'fairness', {
      ...{ isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy: 'admins' },
    }),
  )

/** A flag about some members, as a search keeps what it found. */
export async function flagIn(org: Organization, memberIds: string[]): Promise<{ flagId: string }> {
  await switchOnRings(org)
  const flagId = await org.as(async (scope) => {
    const counts = { thanks: 31, allThanks: 34, points: 310, allPoints: 340, grounded: 2 }
    const today = Math.floor(scope.now.getTime() / 86_400_000)
    await keepFound(scope, {
      ...{ thanks: 34, rings: [{ memberIds, ...counts, first: today - 200, last: today - 1 }] },
    })
    const { id } = await scope.db
      .selectFrom('ringFlags')
      .select('id')
      .where('orgId', '=', scope.org)
      .executeTakeFirstOrThrow()
    return id
  })
  return { flagId }
}
