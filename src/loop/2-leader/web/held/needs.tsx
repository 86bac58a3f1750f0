import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { ListRow, Time } from '#ui'
import { type HeldNeed, listMyAskings } from '../../held-lists.contract.ts'
import { useText } from '../text.ts'
import { HeldCard } from './held-card.tsx'

/** Needs that one was asked about, had others asked about, or took on, and what one said. */
export function Needs() {
  const t = useText()
  const list = useList(listMyAskings, { query: { limit: 10 } }, { topics: ['asking'] })
  return (
    <HeldCard title={t('leader.held.needs')} nothing={t('leader.held.needs.none')} list={list}>
      {list.items.map((one) => (
        <ListRow
          key={`${one.kind} ${one.at} ${one.need?.id}`}
          title={one.need?.title ?? t('leader.held.hidden')}
          href={one.need ? linkTo(paths.need, { needId: one.need.id }) : undefined}
          text={<Part need={one} />}
        />
      ))}
    </HeldCard>
  )
}

/** What one had to do with it, and what came of it. */
function Part({ need: { kind, askedBy, at, answer, answeredAt } }: { need: HeldNeed }) {
  const t = useText()
  return (
    <>
      {t(`leader.held.need.${kind}`, { name: askedBy?.name ?? '' })}, <Time at={at} />
      {answer && answeredAt && (
        <>
          {' · '}
          {t(`leader.held.answer.${answer}`)}, <Time at={answeredAt} />
        </>
      )}
      {kind === 'asked' && !answer && ` · ${t('leader.held.answer.none')}`}
    </>
  )
}
