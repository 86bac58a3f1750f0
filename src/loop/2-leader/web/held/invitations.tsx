import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { ListRow, Time, useList as useWords } from '#ui'
import { type HeldInvitation, listMyInvitations } from '../../held-lists.contract.ts'
import { useText } from '../text.ts'
import { HeldCard } from './held-card.tsx'

/** The surveys in which one was asked who helps, and what one said. */
export function Invitations() {
  const t = useText()
  const list = useList(listMyInvitations, { query: { limit: 10 } }, { topics: ['surveys'] })
  return (
    <HeldCard title={t('leader.held.invitations')} nothing={t('leader.held.invitations.none')} list={list}>
      {list.items.map((one) => (
        <ListRow
          key={one.surveyId}
          title={t('leader.held.invitation', { name: one.openedBy.name, group: one.group.name })}
          href={linkTo(paths.survey, { surveyId: one.surveyId })}
          text={<Answer invitation={one} />}
        />
      ))}
    </HeldCard>
  )
}

/** When one was asked, whether one answered, and as long as it may be changed, whom one named. */
function Answer({ invitation }: { invitation: HeldInvitation }) {
  const t = useText()
  const words = useWords()
  const { askedAt, answeredAt, declinedAt, isOpen, namings } = invitation
  const when = answeredAt ?? declinedAt
  const named = namings.map(({ member, topic }) => (topic ? `${member.name} (${topic})` : member.name))
  return (
    <>
      {t('leader.held.invitation.asked')}, <Time at={askedAt} />
      {' · '}
      {t(
        answeredAt
          ? 'leader.held.invitation.answered'
          : declinedAt
            ? 'leader.held.invitation.declined'
            : 'leader.held.answer.none',
      )}
      {when && (
        <>
          , <Time at={when} />
        </>
      )}
      {named.length > 0 && ` · ${t('leader.held.invitation.named', { names: words(named) })}`}
      {answeredAt && !isOpen && ` · ${t('leader.held.invitation.gone')}`}
    </>
  )
}
