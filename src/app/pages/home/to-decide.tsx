import { Coins, Gift, HandHeart, Sprout } from 'lucide-react'
import { listContributions } from '#ladder/contribution.contract.ts'
import { linkTo, paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { listBonuses } from '#recognition/bonus.contract.ts'
import { listRedemptions } from '#recognition/redemption.contract.ts'
import { Time } from '#ui'
import { listVolunteers } from '#volunteers/contract.ts'
import { useText } from '../../web/text.ts'

const most = 3

/** Bonuses that wait for my decision; only who manages somewhere is asked. */
export function useBonuses() {
  const t = useText()
  const enabled = holdsRole(useSession(), 'manager')
  const query = { show: 'waiting', limit: most } as const
  const read = useRead(listBonuses, { query }, { topics: ['bonuses'], enabled })
  const tasks = (read.data?.items ?? []).map(({ id, to, by }) => ({
    ...{ key: `bonus ${id}`, icon: Coins, href: linkTo(paths.bonuses, {}, { query: { show: 'waiting' } }) },
    title: t('app.home.bonus', { name: to.name }),
    text: by ? t('app.home.bonusBy', { name: by.name }) : t('app.home.bonusByRule'),
  }))
  return { tasks, isPending: enabled && read.isPending }
}

/** What people of mine redeemed their points for, and I am to agree or to see to. */
export function useWishes() {
  const t = useText()
  const enabled = holdsRole(useSession(), 'manager')
  const read = useRead(listRedemptions, { query: { limit: most } }, { topics: ['redemptions'], enabled })
  const tasks = (read.data?.items ?? []).map(({ id, name, member, can, steps }) => ({
    ...{ key: id, icon: Gift, href: paths.redemptions },
    title: t(can.approve ? 'app.home.wish' : 'app.home.handOver', { name }),
    text: t.rich('app.home.wishDetail', {
      name: member.name,
      time: <Time at={steps[0]?.at ?? ''} isSaid />,
    }),
  }))
  return { tasks, isPending: enabled && read.isPending }
}

/** Volunteers whom I am to greet; only who leads or administers somewhere is asked. */
export function useGreetings() {
  const t = useText()
  const session = useSession()
  const enabled = holdsRole(session, 'leader')
  const read = useRead(listVolunteers, {}, { topics: ['volunteers'], enabled })
  const mine = (read.data?.items ?? []).filter(({ sponsor }) => sponsor?.id === session.member.id)
  const tasks = mine.slice(0, most).map(({ id, member, group, cameAt }) => ({
    ...{ key: `greet ${id}`, icon: HandHeart, href: linkTo(paths.lead, {}, { at: 'volunteers' }) },
    title: t('app.home.greet', { name: member.name }),
    text: t.rich('app.home.greetDetail', { group: group.name, time: <Time at={cameAt} isSaid /> }),
  }))
  return { tasks, isPending: enabled && read.isPending }
}

/** What readers gave to courses of mine, and waits for me. */
export function useContributions() {
  const t = useText()
  const read = useRead(listContributions, { query: { limit: most } }, { topics: ['contributions'] })
  const tasks = (read.data?.items ?? []).map(({ id, contributor, course, kind, madeAt }) => ({
    ...{ key: id, icon: Sprout, href: paths.contributions },
    title: t('app.home.contribution', { name: contributor.name, title: course.title }),
    text: t.rich('app.home.contributionDetail', { kind, time: <Time at={madeAt} isSaid /> }),
  }))
  return { tasks, isPending: read.isPending }
}
