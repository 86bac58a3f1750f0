import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  Columns,
  EmptyState,
  ErrorState,
  ForbiddenState,
  Link,
  Page,
  Row,
  Select,
  SkeletonRows,
  sayRefusal,
  Time,
  toast,
  useNumber,
} from '#ui'
import { lent } from '../../expertise/lent.ts'
import { computeRadar, getRadar, type Helper } from '../../radar.contract.ts'
import { listTopics } from '../../topic.contract.ts'
import { OpenContests } from '../held/open-contests.tsx'
import { MapCard } from '../map/map-card.tsx'
import { NominateDialog } from '../nomination/nominate.tsx'
import { OpenNominations } from '../nomination/open.tsx'
import { useText } from '../text.ts'
import { HelperRow } from './helper-row.tsx'
import { Places } from './places.tsx'
import '../leader.css'
import './radar.css'

/** Of which group and topic the address asks. */
function useFilter() {
  const [search, setSearch] = useSearchParams()
  const [groupId, topicId] = [search.get('group') ?? '', search.get('topic') ?? '']
  const set = (name: 'group' | 'topic', value: string) => {
    if (value) search.set(name, value)
    else search.delete(name)
    setSearch(search, { replace: true })
  }
  return { query: { ...(groupId && { groupId }), ...(topicId && { topicId }) }, topicId, set }
}

/** The radar: who helps others most, why that is said, and the way to ask them; above it what comes `first`. */
export function Radar({ first }: { first?: ReactNode }) {
  const t = useText()
  const filter = useFilter()
  const read = useRead(
    getRadar,
    { query: filter.query },
    { topics: ['radar', 'detection'], keepPrevious: true },
  )
  const [invited, setInvited] = useState<Helper | null>(null)
  return (
    <Page title={t('leader.radar.title')} lead={t('leader.radar.lead')}>
      <Places />
      {first}
      {read.data && <Filters {...filter} radar={read.data} />}
      {filter.topicId && <OnTopic />}
      <Columns
        aside={
          <>
            <OpenNominations />
            <OpenContests />
          </>
        }
        asideLabel={t('leader.nominations')}
      >
        {read.error?.problem.status === 403 ? (
          <ForbiddenState>{read.error.message}</ForbiddenState>
        ) : read.error ? (
          <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
        ) : read.isPending ? (
          <Card>
            <SkeletonRows rows={5} />
          </Card>
        ) : (
          <Helpers radar={read.data} onInvite={setInvited} />
        )}
      </Columns>
      {read.data && <MapCard groupId={read.data.groupId} />}
      {invited && read.data && (
        <NominateDialog
          member={invited.member}
          groupId={read.data.groupId}
          onClose={() => setInvited(null)}
        />
      )}
    </Page>
  )
}

/** What counts once a topic is chosen. */
function OnTopic() {
  const t = useText()
  const share = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  return <p className="ui-muted">{t('leader.radar.onTopic', { lent: share(lent) })}</p>
}

type Found = NonNullable<ReturnType<typeof useRead<typeof getRadar>>['data']>

function Filters({ topicId, set, radar }: ReturnType<typeof useFilter> & { radar: Found }) {
  const t = useText()
  const { groups, groupId, computed, percent, places, members } = radar
  const topics = useRead(listTopics, {}, { topics: ['topics'] }).data?.items ?? []
  return (
    <Row>
      <Select
        label={t('leader.radar.group')}
        isLabelHidden
        items={groups.map(({ id, name }) => ({ id, label: name }))}
        value={groupId}
        onChange={(id) => set('group', id)}
      />
      <Select
        label={t('leader.radar.topic')}
        isLabelHidden
        items={[
          { id: '', label: t('leader.radar.allTopics') },
          ...topics.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={topicId}
        onChange={(id) => set('topic', id)}
      />
      {computed && <Chip tone="primary">{t('leader.radar.top', { percent, places, members })}</Chip>}
    </Row>
  )
}

interface HelpersProps {
  radar: Found
  onInvite: (helper: Helper) => void
}

function Helpers({ radar, onInvite }: HelpersProps) {
  const t = useText()
  const { items, rising, computed, isOn, fewest, can } = radar
  if (!isOn)
    return (
      <EmptyState title={t('leader.radar.off')}>
        <Link href={paths.purposes}>{t('leader.part.why')}</Link>
      </EmptyState>
    )
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={t(computed ? 'leader.radar.nobody' : 'leader.radar.notYet')}>
          {computed ? t('leader.radar.nobodyText', fewest) : t('leader.radar.notYetText')}
        </EmptyState>
      ) : (
        <Card isFlush>
          <ol className="radar-list" aria-label={t('leader.radar.title')}>
            {items.map((helper, at) => (
              <HelperRow key={helper.member.id} helper={helper} place={at + 1} onInvite={onInvite} />
            ))}
          </ol>
        </Card>
      )}
      {rising.length > 0 && (
        <Card title={t('leader.radar.risingTitle')} isFlush>
          <ul className="radar-list">
            {rising.map((helper) => (
              <HelperRow key={helper.member.id} helper={helper} onInvite={onInvite} />
            ))}
          </ul>
        </Card>
      )}
      <Made computed={computed} mayCompute={can.compute} />
    </>
  )
}

/** From what it was made, when, what was left out; and the way to have it made anew. */
function Made({ computed, mayCompute }: { computed: Found['computed']; mayCompute: boolean }) {
  const t = useText()
  const compute = useWrite(computeRadar)
  const leftOut = Object.values(computed?.leftOut ?? {}).reduce((sum, count) => sum + count, 0)
  const again = () =>
    compute.mutate({}, { onSuccess: () => toast(t('leader.radar.computing')), onError: sayRefusal })
  return (
    <Row justify="between">
      <span className="ui-muted radar-made">
        {computed &&
          t.rich('leader.radar.made', {
            time: <Time at={computed.at} isSaid />,
            signals: computed.signals,
            leftOut,
          })}{' '}
        <Link href={paths.purposes}>{t('leader.part.why')}</Link>
      </span>
      {mayCompute && (
        <Button onPress={again} isPending={compute.isPending}>
          {t('leader.radar.compute')}
        </Button>
      )}
    </Row>
  )
}
