import { useState } from 'react'
import { paths } from '#paths'
import { useList, useRead, useWrite } from '#platform/web/use'
import {
  Button,
  EmptyState,
  ErrorState,
  LinkButton,
  Page,
  Row,
  SegmentedControl,
  ShowMore,
  SkeletonCards,
  Stack,
  sayRefusal,
  Time,
  toast,
} from '#ui'
import { getRingSearch, listRingFlags, type RingSearch, searchRings } from '../../fairness.contract.ts'
import { RingRow } from './ring-row.tsx'
import { useText } from './text.ts'

const topics = ['fairness', 'detection']

/** Circles that thank mostly themselves, for administrators to look at: what is known of each, and what comes of it. */
export function Component() {
  const t = useText()
  const read = useRead(getRingSearch, {}, { topics })
  return (
    <Page
      title={t('fairness.rings')}
      lead={t('fairness.rings.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('fairness.title'), href: paths.fairness }]}
    >
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonCards />}
      {read.data && (read.data.isOn ? <Found search={read.data} /> : <Off />)}
    </Page>
  )
}

function Off() {
  const t = useText()
  return (
    <EmptyState
      title={t('fairness.rings.off')}
      action={<LinkButton href={paths.purposes}>{t('fairness.rings.decideThere')}</LinkButton>}
    >
      {t('fairness.rings.offText')}
    </EmptyState>
  )
}

function Found({ search }: { search: RingSearch }) {
  const t = useText()
  const [state, setState] = useState<'open' | 'decided'>('open')
  const list = useList(listRingFlags, { query: { limit: 20, state } }, { topics })
  return (
    <Stack gap={24}>
      <Searched search={search} />
      <SegmentedControl
        label={t('fairness.rings.show')}
        value={state}
        onChange={setState}
        items={[
          { id: 'open', label: t('fairness.rings.open') },
          { id: 'decided', label: t('fairness.rings.decided') },
        ]}
      />
      {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>}
      {list.isPending && <SkeletonCards />}
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t(state === 'open' ? 'fairness.rings.none' : 'fairness.rings.noneDecided')}>
          {t(state === 'open' ? 'fairness.rings.noneText' : 'fairness.rings.noneDecidedText')}
        </EmptyState>
      )}
      {list.items.map((flag) => (
        <RingRow key={flag.id} flag={flag} />
      ))}
      <ShowMore list={list} />
    </Stack>
  )
}

/** When thanks were looked through, and the way to have it done now. */
function Searched({ search: { searchedAt, thanks } }: { search: RingSearch }) {
  const t = useText()
  const search = useWrite(searchRings, topics)
  const begin = () =>
    search.mutate(
      {},
      { onSuccess: () => toast({ text: t('fairness.rings.searching') }), onError: sayRefusal },
    )
  return (
    <Row justify="between">
      <span className="ui-muted">
        {searchedAt
          ? t.rich('fairness.rings.searched', { thanks, time: <Time key="time" at={searchedAt} isSaid /> })
          : t('fairness.rings.never')}
      </span>
      <Button isPending={search.isPending} onPress={begin}>
        {t('fairness.rings.search')}
      </Button>
    </Row>
  )
}
