import { useList, useRead } from '#platform/web/use'
import { Card, ErrorState, List, ListRow, ShowMore, SkeletonRows, Stack, Time, useDate } from '#ui'
import { countNominated, type HistoryEntry, listDetectionHistory, type Step } from '../history.contract.ts'
import { useText } from './text.ts'
import { useChanges } from './use-changes.ts'

/** What the organization decided and did, the latest first: for whoever watches over it, and every member. */
export function HistoryCard() {
  const t = useText()
  const list = useList(
    listDetectionHistory,
    { query: { limit: 10 } },
    { topics: ['detection', 'radar', 'surveys', 'imports'] },
  )
  return (
    <Card title={t('leader.history')}>
      {list.error ? (
        <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
      ) : list.isPending ? (
        <SkeletonRows rows={3} hasFace={false} />
      ) : (
        <Stack>
          <p className="ui-muted">{t('leader.history.lead')}</p>
          {list.items.length === 0 && <p>{t('leader.history.none')}</p>}
          <List label={t('leader.history')}>
            {list.items.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </List>
          <ShowMore list={list} />
          <Nominated />
        </Stack>
      )}
    </Card>
  )
}

/** A number alone: whom it was, and what was said of them, is theirs. */
function Nominated() {
  const t = useText()
  const { data } = useRead(countNominated, {}, { topics: ['nominations', 'detection'] })
  if (!data) return null
  const { people } = data
  return (
    <p className="ui-muted">
      {people === null ? t('leader.history.tooFew') : t('leader.history.nominated', { nominated: people })}
    </p>
  )
}

function Entry({ entry: { step, by, at } }: { entry: HistoryEntry }) {
  const t = useText()
  const changes = useChanges()(step)
  const more = useMore()(step)
  return (
    <ListRow
      title={useTitle()(step)}
      text={
        <>
          {[...changes, ...more].map((line) => (
            <span key={line} className="leader-reason">
              {line}
            </span>
          ))}
          {by?.name ?? t('leader.history.byNobody')}, <Time at={at} />
        </>
      }
    />
  )
}

/** What was done, in a few words. */
function useTitle() {
  const t = useText()
  const named = (step: Extract<Step, { file: unknown }>, word: 'began' | 'brought' | 'tookBack') =>
    step.file ? t(`leader.history.${word}.of`, { source: step.file.source }) : t(`leader.history.${word}`)
  return (step: Step): string => {
    switch (step.did) {
      case 'purpose.set': {
        const { now, before } = step
        const change = now.isOn === before.isOn ? 'changed' : now.isOn ? 'on' : 'off'
        return t(`leader.history.purpose.${change}`, { purpose: t(`leader.purpose.${step.purpose}`) })
      }
      case 'fewest.set':
        return t('leader.history.fewest')
      case 'detection.weighed':
        return t('leader.history.weights')
      case 'import.started':
        return named(step, 'began')
      case 'import.finished':
        return named(step, 'brought')
      case 'import.withdrawn':
        return named(step, 'tookBack')
      case 'survey.opened':
        return t('leader.history.asked', { group: step.group.name })
      case 'survey.closed':
        return t('leader.history.closed', { group: step.group.name })
    }
  }
}

/** What there is to say of it besides. */
function useMore() {
  const t = useText()
  const date = useDate()
  return (step: Step): string[] => {
    if (step.did === 'survey.opened') return [t('leader.history.until', { date: date(step.endsAt) })]
    if (step.did !== 'import.finished' || !step.file?.counts) return []
    return [t('leader.import.counts', step.file.counts)]
  }
}
