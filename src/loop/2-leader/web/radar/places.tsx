import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { LinkButton } from '#ui'
import { useText } from '../text.ts'

/** The other pages of this place. */
export function Places() {
  const t = useText()
  const session = useSession()
  const mayAsk = holdsRole(session, 'manager')
  const places = [
    ...(holdsRole(session) ? [[paths.campaigns, t('leader.campaigns')] as const] : []),
    [paths.academy, t('leader.academy')],
    [paths.volunteer, t('leader.volunteer')],
    ...(holdsRole(session, 'leader', 'manager')
      ? [[paths.protectedTime, t('leader.protectedTime')] as const]
      : []),
    ...(holdsRole(session, 'leader') ? [[paths.leadersCommunity, t('leader.community')] as const] : []),
    [paths.knowledgeMap, t('leader.map.see')],
    [paths.network, t('leader.network')],
    ...(mayAsk ? [[paths.funnel, t('leader.funnel')] as const] : []),
    ...(mayAsk ? [[paths.surveys, t('leader.surveys')] as const] : []),
    [paths.groupHealth, t('leader.health')],
    ...(mayAsk ? [[paths.leavers, t('leader.leavers')] as const] : []),
    [paths.topics, t('leader.topics')],
    [paths.weights, t('leader.weights')],
  ] as const
  return (
    <nav className="radar-places" aria-label={t('leader.places')}>
      {places.map(([href, words]) => (
        <LinkButton key={href} href={href} size="sm">
          {words}
        </LinkButton>
      ))}
    </nav>
  )
}
