import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, ErrorState, Link, Stack, sayRefusal, Time } from '#ui'
import { type Handover, listHandovers, reopenHandover } from '../../map.contract.ts'
import { useText } from '../text.ts'
import { CloseHandover } from './close-handover.tsx'

const topics = ['handovers']

/** What is to be handed over, and lately was; nothing where there is neither. */
export function Handovers() {
  const t = useText()
  const open = useRead(listHandovers, { query: { limit: 20 } }, { topics })
  const closed = useRead(listHandovers, { query: { state: 'closed', limit: 3 } }, { topics })
  const [chosen, choose] = useState<Handover | null>(null)
  if (open.error) return <ErrorState onRetry={() => void open.refetch()}>{open.error.message}</ErrorState>
  const [waiting, settled] = [open.data?.items ?? [], closed.data?.items ?? []]
  if (waiting.length + settled.length === 0) return null
  return (
    <Card title={t('leader.handovers')}>
      <Stack gap={24}>
        {waiting.length === 0 && <p className="ui-muted">{t('leader.handovers.none')}</p>}
        {waiting.map((handover) => (
          <article key={handover.id} className="nomination" aria-label={handover.topic.name}>
            <What handover={handover} />
            <div>
              <Button look="primary" onPress={() => choose(handover)}>
                {t('leader.handover.settle')}
              </Button>
            </div>
          </article>
        ))}
        {settled.map((handover) => (
          <Settled key={handover.id} handover={handover} />
        ))}
      </Stack>
      {chosen && <CloseHandover handover={chosen} onClose={() => choose(null)} />}
    </Card>
  )
}

function What({ handover: { member, topic, why, openedAt } }: { handover: Handover }) {
  const t = useText()
  return (
    <>
      <strong>{topic.name}</strong>
      <p className="nomination-said">
        {t.rich(`leader.handover.${why}`, {
          name: (
            <Link key="name" href={linkTo(paths.member, { memberId: member.id })}>
              {member.name}
            </Link>
          ),
        })}{' '}
        <span className="ui-muted">
          <Time at={openedAt} />
        </span>
      </p>
    </>
  )
}

/** How one was settled, with the way back. */
function Settled({ handover }: { handover: Handover }) {
  const t = useText()
  const reopen = useWrite(reopenHandover, topics)
  const { id, topic, closed } = handover
  if (!closed) return null
  const { successor, note } = closed
  return (
    <article className="nomination" aria-label={topic.name}>
      <strong>{topic.name}</strong>
      <p className="nomination-said">
        {successor
          ? t('leader.handover.successor', { name: successor.name })
          : t('leader.handover.noSuccessor')}
        {note && ` ${t('leader.nomination.quote', { words: note })}`}
      </p>
      <div>
        <Button
          size="sm"
          look="ghost"
          onPress={() => reopen.mutate({ params: { handoverId: id } }, { onError: sayRefusal })}
          isPending={reopen.isPending}
          aria-label={t('leader.handover.reopenWhat', { topic: topic.name })}
        >
          {t('leader.handover.reopen')}
        </Button>
      </div>
    </article>
  )
}
