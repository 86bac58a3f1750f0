import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  EmptyState,
  ErrorState,
  ForbiddenState,
  Link,
  Loading,
  Page,
  Row,
  SegmentedControl,
  Select,
  Skeleton,
  useDate,
} from '#ui'
import { getNetwork, getNetworkOfGroups, networkDays } from '../../network.contract.ts'
import { listTopics } from '../../topic.contract.ts'
import { useSpan } from '../span.ts'
import { useText } from '../text.ts'
import { pictureOfGroups, pictureOfPeople } from './picture.ts'
import { Shown } from './shown.tsx'
import './network.css'

type View = 'groups' | 'people'
type Days = (typeof networkDays)[number]

/** Of what the address asks for a picture. */
function useAsked() {
  const [search, setSearch] = useSearchParams()
  const [groupId, topicId, days] = ['group', 'topic', 'days'].map((name) => search.get(name) ?? '')
  const set = (name: 'group' | 'topic' | 'days' | 'view', value: string) => {
    if (value) search.set(name, value)
    else search.delete(name)
    setSearch(search, { replace: true })
  }
  const query = {
    ...(groupId && { groupId }),
    ...(topicId && { topicId }),
    days: networkDays.find((one) => one === days) ?? ('365' as Days),
  }
  const view: View = search.get('view') === 'people' ? 'people' : 'groups'
  return { query, view, set }
}

const topics = ['signals', 'detection']

/** Who learns from whom: first between groups, then between people; drawn, and as tables that say the same. */
export function Component() {
  const t = useText()
  const asked = useAsked()
  const { query, view } = asked
  const groups = useRead(
    getNetworkOfGroups,
    { query },
    { topics, keepPrevious: true, enabled: view === 'groups' },
  )
  const people = useRead(getNetwork, { query }, { topics, keepPrevious: true, enabled: view === 'people' })
  const read = view === 'groups' ? groups : people
  return (
    <Page
      title={t('leader.network')}
      lead={t('leader.network.lead')}
      breadcrumbs={[{ label: t('leader.radar.title'), href: paths.lead }]}
    >
      {read.data?.isOn && <Filters {...asked} groups={read.data.groups} groupId={read.data.groupId} />}
      {read.error?.problem.status === 403 ? (
        <ForbiddenState>{read.error.message}</ForbiddenState>
      ) : read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : !read.data ? (
        <Loading>
          <Skeleton shape="block" height="30rem" />
        </Loading>
      ) : (
        <Found data={read.data} />
      )}
    </Page>
  )
}

type Data = NonNullable<ReturnType<typeof useRead<typeof getNetwork | typeof getNetworkOfGroups>>['data']>

function Found({ data }: { data: Data }) {
  const t = useText()
  const date = useDate()
  const picture = useMemo(() => ('flows' in data ? pictureOfGroups(data) : pictureOfPeople(data)), [data])
  if (!data.isOn || data.since === null)
    return (
      <EmptyState title={t('leader.network.off')}>
        {t('leader.network.offText')} <Link href={paths.purposes}>{t('leader.part.why')}</Link>
      </EmptyState>
    )
  const since = date(data.since)
  if (picture.ids.length === 0)
    return (
      <EmptyState title={t('leader.network.empty')}>
        {t(picture.kind === 'people' ? 'leader.network.emptyPeople' : 'leader.network.emptyGroups', {
          since,
          ...data.fewest,
        })}{' '}
        {picture.kind !== 'people' && (
          <Link href={linkTo(paths.network, {}, { query: { view: 'people' } })}>
            {t('leader.network.toPeople')}
          </Link>
        )}
      </EmptyState>
    )
  return (
    <Shown
      key={picture.kind}
      picture={picture}
      since={data.since}
      isCapped={'isCapped' in data && data.isCapped}
      fewest={data.fewest}
    />
  )
}

interface FiltersProps extends ReturnType<typeof useAsked> {
  groups: readonly { id: string; name: string }[]
  groupId: string
}

function Filters({ query, view, set, groups, groupId }: FiltersProps) {
  const t = useText()
  const span = useSpan()
  const known = useRead(listTopics, {}, { topics: ['topics'] }).data?.items ?? []
  const ofAll = { id: '', label: t('leader.radar.allTopics') }
  const choose = (
    name: 'group' | 'topic' | 'days',
    label: string,
    items: { id: string; label: string }[],
    value: string,
  ) => <Select label={label} isLabelHidden items={items} value={value} onChange={(id) => set(name, id)} />
  const named = (those: readonly { id: string; name: string }[]) =>
    those.map(({ id, name }) => ({ id, label: name }))
  const days = networkDays.map((id) => ({ id, label: t('leader.network.back', { span: span(Number(id)) }) }))
  return (
    <Row>
      <SegmentedControl
        label={t('leader.network.view')}
        items={(['groups', 'people'] as const).map((id) => ({ id, label: t(`leader.network.view.${id}`) }))}
        value={view}
        onChange={(id) => set('view', id)}
      />
      {choose('group', t('leader.radar.group'), named(groups), groupId)}
      {choose('topic', t('leader.radar.topic'), [ofAll, ...named(known)], query.topicId ?? '')}
      {choose('days', t('leader.network.days'), days, query.days)}
    </Row>
  )
}
