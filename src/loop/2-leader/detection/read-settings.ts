import type { Quiet } from '#platform/scope'
import type { DetectionSettings } from '../weights.contract.ts'
import { usualSettings } from './weights.ts'

/** What counts how much here. */
export async function readSettings({ org, db }: Quiet): Promise<DetectionSettings> {
  const row = await db
    .selectFrom('detectionSettings')
    .select(['percent', 'memory', 'kinds'])
    .where('orgId', '=', org)
    .executeTakeFirst()
  if (!row) return usualSettings
  // A kind that Cairn learnt since counts as it usually does.
  return { ...row, kinds: { ...usualSettings.kinds, ...(row.kinds as DetectionSettings['kinds']) } }
}
