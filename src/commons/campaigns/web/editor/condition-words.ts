import { useList } from '#platform/web/use'
import { useLocale } from '#ui'
import { listCampaigns } from '../../campaign.contract.ts'
import type { Condition } from '../../language.ts'
import { useText } from '../text.ts'
import { useRoleWords } from './role-words.ts'

/** Says what a condition asks, in a few words. */
export function useConditionWords(): (condition: Condition) => string {
  const t = useText()
  const roles = useRoleWords()
  const anyOf = new Intl.ListFormat(useLocale(), { type: 'disjunction' })
  const campaigns = useList(listCampaigns, {}, { topics: ['campaigns'] }).items
  return (condition) => {
    const { is } = condition
    const not = String(condition.not)
    switch (is) {
      case 'role':
        return t('campaigns.said.role', { not, roles: anyOf.format(condition.roles.map(roles)) })
      case 'title':
        return t('campaigns.said.title', { not, words: condition.has })
      case 'language':
        return t('campaigns.said.language', { not, language: t(`campaigns.language.${condition.locale}`) })
      case 'volunteer':
      case 'nominee':
        return t(`campaigns.said.${is}`, { not })
      case 'answered': {
        const name = campaigns.find(({ id }) => id === condition.campaignId)?.name ?? t('campaigns.said.gone')
        return t('campaigns.said.answered', { not, name, answer: t(`campaigns.call.${condition.answer}`) })
      }
      default:
        return t(`campaigns.said.${is}`, { not, days: condition.days })
    }
  }
}
