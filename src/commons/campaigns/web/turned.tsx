import { Callout } from '#ui'
import type { ShownCampaign } from '../campaign.contract.ts'
import { useText } from './text.ts'

/** What somebody else did with the campaign that is to be known now, and what may be changed in this state. */
export function Turned({ campaign: { state, turned, can } }: { campaign: ShownCampaign }) {
  const t = useText()
  const name = turned.by?.name ?? ''
  if (state === 'asked') return <Callout>{t('campaigns.asked', { name })}</Callout>
  if (state === 'draft' && turned.words)
    return <Callout tone="warning">{t('campaigns.sentBack', { name, words: turned.words })}</Callout>
  if (can.rewrite) return <Callout>{t('campaigns.wordsOnly')}</Callout>
  return null
}
