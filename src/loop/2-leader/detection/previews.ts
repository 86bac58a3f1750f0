import { sql } from 'kysely'
import { conflict } from '#platform/problem'
import { enqueue, type Scope } from '#platform/scope'
import { isOnNow } from '../purposes.ts'
import type { DetectionSettings } from '../weights.contract.ts'
import { weighed } from './read-settings.ts'
import { refuseNothing, refuseUnlessMaySet } from './settings.ts'
import { forgetChanges } from './write.ts'

/** Has it counted who would be among the first if this counted; the asker's question before is forgotten. */
export async function previewDetection(scope: Scope, settings: DetectionSettings): Promise<void> {
  refuseUnlessMaySet(scope)
  refuseNothing(settings)
  const { isOn } = await scope.db
    .selectNoFrom(isOnNow(scope, 'detection').as('isOn'))
    .executeTakeFirstOrThrow()
  if (!isOn) throw conflict('weights.off')
  await forgetChanges(scope, scope.actor.id)
  const asked = {
    ...{ percent: settings.percent, memory: settings.memory, kinds: JSON.stringify(settings.kinds) },
    ...{ askedAt: scope.now, computedAt: null, staying: null },
  }
  await scope.db
    .insertInto('detectionPreviews')
    .values({ orgId: scope.org, askedBy: scope.actor.id, ...asked })
    .onConflict((known) => known.columns(['orgId', 'askedBy']).doUpdateSet(asked))
    .execute()
  enqueue(scope, {
    task: 'detection-preview',
    payload: { org: scope.org },
    key: `detection-preview ${scope.org}`,
  })
}

interface Change {
  id: string
  name: string
  title: string
  isComing: boolean
}

/** What came of the actor's last question; those who left meanwhile, or take no part any more, are missing. */
export async function getDetectionPreview(scope: Scope) {
  refuseUnlessMaySet(scope)
  const asked = scope.db
    .selectFrom('detectionPreviews')
    .select(['percent', 'memory', 'kinds', 'computedAt', 'staying'])
    .where('orgId', '=', scope.org)
    .where('askedBy', '=', scope.actor.id)
    .where(isOnNow(scope, 'detection'))
    .executeTakeFirst()
  const changes = sql<Change>`
    select m.id, m.name, m.title, c.is_coming from detection_preview_changes c
    join members m on m.org_id = c.org_id and m.id = c.member_id
    where c.org_id = ${scope.org} and c.asked_by = ${scope.actor.id} and m.left_at is null
    order by lower(m.name), m.id`
  const [row, { rows }] = await Promise.all([asked, changes.execute(scope.db)])
  if (!row) return { preview: null }
  const { percent, memory, computedAt, staying } = row
  const which = (coming: boolean) =>
    rows.filter(({ isComing }) => isComing === coming).map(({ id, name, title }) => ({ id, name, title }))
  const found =
    computedAt === null
      ? null
      : { at: computedAt, staying: staying ?? 0, coming: which(true), going: which(false) }
  return { preview: { settings: { percent, memory, kinds: weighed(row.kinds) }, found } }
}
