import { Coins } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { listBonuses } from '#recognition/bonus.contract.ts'
import { useText } from '../../web/text.ts'

/** Bonuses that wait for my decision; only who manages somewhere is asked. */
export function useBonuses() {
  const t = useText()
  const enabled = useSession().roles.some(({ role }) => role === 'manager' || role === 'admin')
  const read = useRead(
    listBonuses,
    { query: { show: 'waiting', limit: 3 } },
    { topics: ['bonuses'], enabled },
  )
  const tasks = (read.data?.items ?? []).map(({ id, to, by }) => ({
    ...{ key: `bonus ${id}`, icon: Coins, href: linkTo(paths.bonuses, {}, { query: { show: 'waiting' } }) },
    title: t('app.home.bonus', { name: to.name }),
    text: by ? t('app.home.bonusBy', { name: by.name }) : t('app.home.bonusByRule'),
  }))
  return { tasks, isPending: enabled && read.isPending }
}
