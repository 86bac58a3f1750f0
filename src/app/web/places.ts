import {
  CircleHelp,
  Compass,
  GraduationCap,
  HandHeart,
  House,
  PenLine,
  TrendingUp,
  UserRound,
} from 'lucide-react'
import { useLocation } from 'react-router'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import type { NavItem } from '#ui'
import { listWaitingReviews } from '#validation/contract.ts'
import { useText } from './text.ts'

/** The places of the client, in the order of the navigation, and which of them one is in. A phone's bar holds four; the others stand under Me. */
export function usePlaces(): { wide: NavItem[]; phone: NavItem[]; beyondBar: NavItem[] } {
  const t = useText()
  const { pathname } = useLocation()
  const reviews = useRead(listWaitingReviews, {}, { topics: ['reviews'] })
  const waiting = reviews.data?.items.length ?? 0
  const place = (href: string, label: string, icon: NavItem['icon'], also: string[] = []): NavItem => ({
    href,
    label,
    icon,
    isCurrent: href === '/' ? pathname === '/' : [href, ...also].some((start) => pathname.startsWith(start)),
  })
  const home = place(paths.home, t('app.place.home'), House)
  const learn = place(paths.learn, t('app.place.learn'), GraduationCap)
  const ask = place(paths.ask, t('app.place.ask'), CircleHelp)
  const create = {
    ...place(paths.create, t('app.place.create'), PenLine),
    ...(waiting > 0 && { count: waiting, countLabel: t('app.reviewsWaiting', { count: waiting }) }),
  }
  const session = useSession()
  const leads = session.roles.some(({ role }) => role !== 'learner' && role !== 'reviewer')
  const lead = leads ? [place(paths.lead, t('app.place.lead'), Compass)] : []
  const impact = place(paths.loop, t('app.place.impact'), TrendingUp)
  const thanks = place(paths.thanks, t('app.place.thanks'), HandHeart, [paths.rewards])
  const beyondBar = [create, ...lead, impact, thanks]
  const me = place(paths.me, t('app.place.me'), UserRound, [
    paths.settings,
    ...beyondBar.map(({ href }) => href),
  ])
  return { wide: [home, learn, ask, create, ...lead, impact], phone: [home, learn, ask, me], beyondBar }
}
