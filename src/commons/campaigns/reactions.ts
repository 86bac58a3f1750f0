import { tell } from '#platform/scope'
import { type Reaction, reaction, record } from '#record'

/**
 * Takes back that a step reached somebody whose mail came back after the mail server had taken it: it is told as one that was
 * not sent, and whom it reached is counted without them. The same report again changes nothing.
 */
export const reactions: Reaction[] = [
  reaction('letter.returned', 'campaigns.returned', async (scope, { data: { memberId, topic, about } }) => {
    const [campaignId = '', step = ''] = about
    if (topic !== 'campaigns') return
    const { numUpdatedRows } = await scope.db
      .updateTable('campaignSends')
      .set({ state: 'skipped', why: 'refused-address' })
      .where('orgId', '=', scope.org)
      .where('campaignId', '=', campaignId)
      .where('step', '=', step)
      .where('memberId', '=', memberId)
      .where('state', 'in', ['sent', 'unsure'])
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    await record(scope, 'campaign.returned', { campaignId, step, memberId })
    tell(scope, { topics: ['campaigns'] })
  }),
]
