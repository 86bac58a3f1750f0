import { useList } from '#platform/web/use'
import { Card, List, ListRow, ShowMore, Stack, Time, useNumber } from '#ui'
import { listMyRingFlags } from '../../fairness.contract.ts'
import { RingWords } from './ring-words.tsx'
import { useText } from './text.ts'

/** What somebody decided about circles that one was in; nothing where there is none. */
export function MyRings() {
  const t = useText()
  const number = useNumber()
  const list = useList(listMyRingFlags, { query: { limit: 20 } }, { topics: ['fairness'] })
  if (list.items.length === 0) return null
  return (
    <Card title={t('fairness.mine')}>
      <Stack>
        <p>{t('fairness.mine.lead')}</p>
        <List>
          {list.items.map(({ id, people, thanks, allThanks, decided, ...evidence }) => (
            <ListRow
              key={id}
              title={t('fairness.mine.times', {
                others: people - 1,
                ...{ thanks: number(thanks), allThanks: number(allThanks) },
              })}
              text={
                <>
                  <RingWords {...evidence} />{' '}
                  {t(decided.decision === 'talk' ? 'fairness.ring.wasTalk' : 'fairness.ring.wasNothing')}
                  {': '}
                  {decided.note}{' '}
                  {t.rich('fairness.ring.by', {
                    name: decided.by.name,
                    time: <Time key="time" at={decided.at} isSaid />,
                  })}
                </>
              }
            />
          ))}
        </List>
        <ShowMore list={list} />
      </Stack>
    </Card>
  )
}
