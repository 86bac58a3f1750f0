import { useDate, useList } from '#ui'
import type { Reward } from '../../reward.contract.ts'
import { useText } from './text.ts'

/** Days of a calendar, which begin and end elsewhere at other moments: said as of noon. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`

/** Why a reward cannot be had now, in words; null where it can. */
export function useWhy({ why, missing, from, limit, groups }: Reward): string | null {
  const t = useText()
  const date = useDate()
  const list = useList()
  switch (why) {
    case null:
      return null
    case 'early':
      return t('reward.why.early', { date: from ? date(noonOf(from)) : '' })
    case 'apart':
      return t('reward.why.apart', { groups: list(groups.map(({ name }) => name)) })
    case 'limit':
      return t('reward.why.limit', { most: limit?.most ?? 0, per: limit?.per ?? 'ever' })
    case 'points':
      return t('reward.why.points', { missing })
    default:
      return t(`reward.why.${why}`)
  }
}
