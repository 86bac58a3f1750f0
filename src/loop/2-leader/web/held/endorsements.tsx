import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { ListRow, Time } from '#ui'
import { type HeldEndorsement, listMyEndorsements } from '../../held-lists.contract.ts'
import { useText } from '../text.ts'
import { HeldCard } from './held-card.tsx'

/** What others said one can help with, and what one said so of others. */
export function Endorsements() {
  const t = useText()
  const list = useList(listMyEndorsements, { query: { limit: 10 } }, { topics: ['experts'] })
  return (
    <HeldCard title={t('leader.held.endorsements')} nothing={t('leader.held.endorsements.none')} list={list}>
      {keyed(list.items).map(({ key, one: { mine, other, topic, at } }) => (
        <ListRow
          key={key}
          title={t(mine ? 'leader.held.endorsed.byMe' : 'leader.held.endorsed.me', {
            topic: topic.name,
            name: other?.name ?? t('leader.held.aColleague'),
          })}
          href={other ? linkTo(paths.member, { memberId: other.id }) : undefined}
          text={<Time at={at} />}
        />
      ))}
    </HeldCard>
  )
}

/** Each with a key of its own: those of one day by colleagues who are not told are alike. */
function keyed(items: readonly HeldEndorsement[]) {
  const seen = new Map<string, number>()
  return items.map((one) => {
    const words = `${one.mine} ${one.topic.id} ${one.at} ${one.other?.id}`
    const alike = seen.get(words) ?? 0
    seen.set(words, alike + 1)
    return { key: `${words} ${alike}`, one }
  })
}
