import { sql } from 'kysely'
import { groupVisible, holds } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Need, NeedPage } from './contract.ts'

const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('needs as n')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'n.orgId').onRef('g.id', '=', 'n.groupId'))
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'n.orgId').onRef('m.id', '=', 'n.raisedBy'),
    )
    .leftJoin('voices as v', (join) =>
      join
        .onRef('v.orgId', '=', 'n.orgId')
        .onRef('v.needId', '=', 'n.id')
        .on('v.memberId', '=', scope.actor.id),
    )
    .select(['n.id', 'n.title', 'n.details', 'n.raisedAt', 'n.voiceCount', 'n.mergedInto', 'n.closedAt'])
    .select(['n.answeredAt', 'n.answeredByCourse', 'g.id as groupId', 'g.name as groupName', 'g.path'])
    .select(['m.id as raiserId', 'm.name as raiserName', 'm.title as raiserTitle', 'v.memberId as voiced'])
    .where('n.orgId', '=', scope.org)
    .where(groupVisible(scope, 'g'))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const stateOf = (row: Pick<Row, 'mergedInto' | 'answeredAt' | 'closedAt'>): Need['state'] =>
  row.mergedInto ? 'merged' : row.closedAt ? 'closed' : row.answeredAt ? 'answered' : 'open'

function present(scope: Scope, row: Row): Need {
  const state = stateOf(row)
  const leads = holds(scope.actor, row.path, 'leader', 'manager')
  const mine = row.raiserId === scope.actor.id
  return {
    id: row.id,
    title: row.title,
    details: row.details,
    group: { id: row.groupId, name: row.groupName },
    raisedBy: { id: row.raiserId, name: row.raiserName, title: row.raiserTitle },
    raisedAt: row.raisedAt,
    voices: row.voiceCount,
    voiced: row.voiced !== null,
    state,
    mergedInto: row.mergedInto,
    answeredAt: row.answeredAt,
    answeredByCourse: row.answeredByCourse,
    can: {
      change: state === 'open' && (mine || leads),
      merge: (state === 'open' || state === 'merged') && (leads || (mine && row.voiceCount <= 1)),
      close: (state === 'open' || state === 'closed') && (mine || leads),
      voice: state === 'open',
    },
  }
}

/** One need that the reader may see; throws 404 for any other. */
export async function getNeed(scope: Scope, id: string): Promise<Need> {
  const row = await rowsOf(scope).where('n.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('need')
  return present(scope, row)
}

/** The needs board. Open ones by voices or newest; one's own ones are those one raised or gave a voice to. */
export async function listNeeds(
  scope: Scope,
  query: {
    limit: number
    after?: string | undefined
    state: 'open' | 'answered' | 'mine' | 'all'
    sort: 'voices' | 'newest'
    groupId?: string | undefined
  },
): Promise<NeedPage> {
  const byVoices = query.sort === 'voices' && query.state === 'open'
  const after = readCursor(query.after, byVoices ? 'number' : 'moment', 'id')
  const key = byVoices ? sql.ref<number | string>('n.voice_count') : sql.ref<number | string>('n.raised_at')
  let rows = rowsOf(scope)
  if (query.state === 'open')
    rows = rows.where(sql<boolean>`n.merged_into is null and n.answered_at is null and n.closed_at is null`)
  if (query.state === 'answered')
    rows = rows.where('n.answeredAt', 'is not', null).where('n.mergedInto', 'is', null)
  if (query.state === 'mine')
    rows = rows.where((e) => e.or([e('n.raisedBy', '=', scope.actor.id), e('v.memberId', 'is not', null)]))
  if (query.groupId) rows = rows.where(sql<boolean>`${query.groupId}::uuid = any(g.path)`)
  if (after) {
    const [first, id] = after
    const cast = byVoices ? sql`${first}::int` : sql`${first}::timestamptz`
    rows = rows.where(sql<boolean>`(${key}, n.id) < (${cast}, ${id}::uuid)`)
  }
  const found = await rows
    .orderBy(key, 'desc')
    .orderBy('n.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, (row) => [byVoices ? row.voiceCount : row.raisedAt, row.id])
  return { items: page.items.map((row) => present(scope, row)), next: page.next }
}

/** At most five needs whose title is like `title`, typos and word order forgiven. */
export async function findSimilarNeeds(
  scope: Scope,
  query: { title: string; exceptId?: string | undefined },
): Promise<{ items: Need[] }> {
  const alike = sql<number>`greatest(similarity(folded(n.title), folded(${query.title})),
    word_similarity(folded(${query.title}), folded(n.title)) * 0.9)`
  let rows = rowsOf(scope)
    .where('n.mergedInto', 'is', null)
    .where('n.closedAt', 'is', null)
    .where(alike, '>', 0.35)
  if (query.exceptId) rows = rows.where('n.id', '!=', query.exceptId)
  const found = await rows.orderBy(alike, 'desc').orderBy('n.id').limit(5).execute()
  return { items: found.map((row) => present(scope, row)) }
}

/** Who gave a voice to a need, first ones first. */
export async function listVoices(
  scope: Scope,
  needId: string,
  query: { limit: number; after?: string | undefined },
) {
  await getNeed(scope, needId)
  const after = readCursor(query.after, 'moment', 'id')
  let rows = scope.db
    .selectFrom('voices as v')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'v.orgId').onRef('m.id', '=', 'v.memberId'),
    )
    .select(['m.id', 'm.name', 'm.title', 'v.reason', 'v.at'])
    .where('v.orgId', '=', scope.org)
    .where('v.needId', '=', needId)
  if (after) rows = rows.where(sql<boolean>`(v.at, m.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('v.at')
    .orderBy('m.id')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, (row) => [row.at, row.id])
  return {
    items: page.items.map(({ reason, at, ...member }) => ({ member, reason, at })),
    next: page.next,
  }
}
