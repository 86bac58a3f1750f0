import type { Quiet } from '#platform/scope'
import type { Thresholds } from '../health.contract.ts'
import { usual } from './usual.ts'

/** What the organization said last; undefined while it says nothing. */
export const findSettings = (scope: Quiet) =>
  scope.db
    .selectFrom('healthSettings as h')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'h.orgId').onRef('m.id', '=', 'h.changedBy'),
    )
    .select(['h.lowest', 'h.verifyAfterDays', 'h.outdated', 'h.wrong', 'h.daysToAct'])
    .select(['m.id', 'm.name', 'm.title', 'h.changedAt'])
    .where('h.orgId', '=', scope.org)
    .executeTakeFirst()

export const thresholdsOf = (row: Thresholds | undefined): Thresholds =>
  row
    ? {
        lowest: row.lowest,
        verifyAfterDays: row.verifyAfterDays,
        outdated: row.outdated,
        wrong: row.wrong,
        daysToAct: row.daysToAct,
      }
    : usual

/** From when on content is to be looked after here. */
export const readThresholds = async (scope: Quiet): Promise<Thresholds> =>
  thresholdsOf(await findSettings(scope))
