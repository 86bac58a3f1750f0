import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { ListRow, Time } from '#ui'
import { type HeldHandover, listMyHandovers } from '../../held-lists.contract.ts'
import { useText } from '../text.ts'
import { HeldCard } from './held-card.tsx'

/** What one hands over, and for what one is asked in somebody's place. */
export function MyHandovers() {
  const t = useText()
  const list = useList(listMyHandovers, { query: { limit: 10 } }, { topics: ['handovers'] })
  return (
    <HeldCard title={t('leader.held.handovers')} nothing={t('leader.held.handovers.none')} list={list}>
      {list.items.map((one) => (
        <ListRow
          key={one.id}
          title={
            one.mine
              ? one.topic.name
              : t('leader.held.handover.fromThem', { topic: one.topic.name, name: one.member.name })
          }
          href={one.mine ? undefined : linkTo(paths.member, { memberId: one.member.id })}
          text={<Said handover={one} />}
        />
      ))}
    </HeldCard>
  )
}

/** Why and since when it is handed over, and how that was settled. */
function Said({ handover: { mine, member, opened, closed } }: { handover: HeldHandover }) {
  const t = useText()
  const isSaidByMe = opened?.by?.id === member.id
  return (
    <>
      {opened && (
        <>
          {isSaidByMe
            ? t('leader.held.handover.byMe')
            : t(`leader.held.handover.${opened.why}`, { name: opened.by?.name ?? '' })}
          , <Time at={opened.at} />
          {' · '}
        </>
      )}
      {closed ? (
        <>
          {mine && (
            <>
              {closed.successor
                ? t('leader.handover.successor', { name: closed.successor.name })
                : t('leader.handover.noSuccessor')}{' '}
            </>
          )}
          {closed.note && `${t('leader.nomination.quote', { words: closed.note })} `}
          {closed.by.name}, <Time at={closed.at} />
        </>
      ) : (
        t('leader.held.handover.open')
      )}
    </>
  )
}
