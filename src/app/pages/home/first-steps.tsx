import {
  ChevronRight,
  CircleCheck,
  type LucideIcon,
  MessageCircleQuestion,
  Network,
  UserPlus,
} from 'lucide-react'
import { listNeeds } from '#need/contract.ts'
import { paths } from '#paths'
import { listGroups, listMembers } from '#people/contract.ts'
import { listInvitations } from '#people/invitation.contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { Card, List, ListRow } from '#ui'
import { useText } from '../../web/text.ts'

/** For who looks after the whole organization, until others are asked in and somebody has said what they need. */
export function FirstSteps() {
  const { organization, roles } = useSession()
  const isAdmin = roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
  return isAdmin ? <Steps /> : null
}

interface Step {
  id: 'people' | 'groups' | 'need'
  icon: LucideIcon
  href: string
  isDone: boolean
}

function Steps() {
  const t = useText()
  const steps = useSteps()
  if (!steps) return null
  return (
    <Card title={t('app.first.title')}>
      <p className="ui-muted">{t('app.first.lead')}</p>
      <List>
        {steps.map(({ id, icon: Icon, href, isDone }) => (
          <ListRow
            key={id}
            before={
              isDone ? (
                <CircleCheck size={20} role="img" aria-label={t('app.first.done')} />
              ) : (
                <Icon size={20} aria-hidden="true" />
              )
            }
            title={t(`app.first.${id}`)}
            text={t(`app.first.${id}.text`)}
            href={href}
            after={<ChevronRight size={18} aria-hidden="true" />}
          />
        ))}
      </List>
    </Card>
  )
}

/** The steps with what is done of them; null until that is known, and when it has begun. Groups are for who wants them. */
function useSteps(): Step[] | null {
  const members = useRead(listMembers, { query: { limit: 2 } }, { topics: ['people'] }).data?.items
  const invited = useRead(listInvitations, { query: { limit: 1 } }, { topics: ['invitations'] }).data?.items
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items
  const needs = useRead(listNeeds, { query: { limit: 1, state: 'all' } }, { topics: ['needs'] }).data?.items
  if (!members || !invited || !groups || !needs) return null
  const hasPeople = members.length > 1 || invited.length > 0
  const hasNeed = needs.length > 0
  if (hasPeople && hasNeed) return null
  return [
    { id: 'people', icon: UserPlus, href: paths.invite, isDone: hasPeople },
    { id: 'groups', icon: Network, href: paths.groups, isDone: groups.length > 1 },
    { id: 'need', icon: MessageCircleQuestion, href: paths.raiseNeed, isDone: hasNeed },
  ]
}
