import type { FeedEntry } from '../contract.ts'

const kinds = [
  ...(['campaign.reached', 'campaign.asked', 'campaign.sent-back', 'campaign.launched'] as const),
  ...(['volunteer.came', 'volunteer.sponsored', 'volunteer.greeted', 'volunteer.reminded'] as const),
]
export type CommonsKind = (typeof kinds)[number]

/** What is said of campaigns and volunteers: the sentence and what fills it; null for other stories. */
export function ofCommons({ kind, data, group }: FeedEntry) {
  const known = kinds.find((one) => one === kind)
  if (!known) return null
  const words = { name: String(data.name), group: group.name, sender: String(data.sender) }
  return [`feed.${known}`, words] as const
}
