import { sql } from 'kysely'
import type { Fact } from '#facts'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { type Audience, addAudience, addEntry } from './entries.ts'

/** Those who come to a post within this time share an entry; later ones get one that is new to them. */
const sharedFor = 24 * 3_600_000

/** What campaigns post, and that one of them waits for somebody’s word, or got it. */
export const campaigns: Reaction[] = [
  reaction('campaign.reached', 'feed.campaign-reached', async (scope, fact) => {
    const { campaignId, step, variant, memberIds, post } = fact.data
    if (!post) return
    const of = `${campaignId} ${step} ${variant}`
    await holdAlone(scope, `feed ${of}`)
    const audience: Audience = memberIds.map((memberId) => ({ memberId, reason: 'your-organization' }))
    const entryId = await findShared(scope, of)
    if (entryId) return addAudience(scope, { id: entryId, groupId: post.groupId }, audience)
    const data = { of, campaignId, step, variant, ...post }
    await addEntry(scope, fact, { kind: 'campaign.reached', groupId: post.groupId, data }, audience)
  }),
  reaction('campaign.asked', 'feed.campaign-asked', async (scope, fact) => {
    await addEntry(
      scope,
      fact,
      entryOf(fact, 'campaign.asked'),
      await administratorsOf(scope, fact.data.groupId),
    )
  }),
  reaction('campaign.sent-back', 'feed.campaign-sent-back', (scope, fact) =>
    addEntry(scope, fact, entryOf(fact, 'campaign.sent-back'), [
      { memberId: fact.data.askedBy, reason: 'you-asked' },
    ]),
  ),
  reaction('campaign.launched', 'feed.campaign-launched', async (scope, fact) => {
    const { askedBy } = fact.data
    if (!askedBy) return
    await addEntry(scope, fact, entryOf(fact, 'campaign.launched'), [
      { memberId: askedBy, reason: 'you-asked' },
    ])
  }),
]

type Turn = 'campaign.asked' | 'campaign.sent-back' | 'campaign.launched'

function entryOf<Kind extends Turn>(fact: Fact<Kind>, kind: Kind) {
  const { campaignId, groupId, name, ...more } = fact.data
  return { kind, groupId, data: { campaignId, name, ...('words' in more && { words: more.words }) } }
}

async function findShared({ db, org, now }: Scope, of: string): Promise<string | null> {
  const since = new Date(now.getTime() - sharedFor)
  const { rows } = await sql<{ id: string }>`select id from feed_entries
    where org_id = ${org} and kind = 'campaign.reached' and data ->> 'of' = ${of} and id > uuid_at(${since}::timestamptz)
    order by id desc limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Those who administer a group: whoever of them did not ask may agree. */
async function administratorsOf({ db, org }: Scope, groupId: string): Promise<Audience> {
  const { rows } = await sql<{ memberId: string }>`
    select distinct r.member_id from roles r join groups g on g.org_id = r.org_id and g.id = ${groupId}
    where r.org_id = ${org} and r.role = 'admin' and r.group_id = any(g.path)`.execute(db)
  return rows.map(({ memberId }) => ({ memberId, reason: 'you-manage' }))
}
