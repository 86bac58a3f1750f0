import type { Quiet } from '#platform/scope'
import { weighedKinds } from '../signals/kinds.ts'
import type { DetectionSettings } from '../weights.contract.ts'
import { usualSettings } from './weights.ts'

/** Kinds as they are stored: one that Cairn learnt since counts as it usually does, one that is not weighed any more is left out. */
export function weighed(stored: unknown): DetectionSettings['kinds'] {
  const known = stored as Partial<DetectionSettings['kinds']>
  const each = weighedKinds.map((kind) => [kind, known[kind] ?? usualSettings.kinds[kind]] as const)
  return Object.fromEntries(each) as DetectionSettings['kinds']
}

/** What counts how much here. */
export async function readSettings({ org, db }: Quiet): Promise<DetectionSettings> {
  const row = await db
    .selectFrom('detectionSettings')
    .select(['percent', 'memory', 'kinds'])
    .where('orgId', '=', org)
    .executeTakeFirst()
  if (!row) return usualSettings
  return { ...row, kinds: weighed(row.kinds) }
}
