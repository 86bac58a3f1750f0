import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useList, useRead, useWrite } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Avatar,
  Button,
  Card,
  Chip,
  EmptyState,
  Link,
  ListStatus,
  Page,
  Row,
  SegmentedControl,
  ShowMore,
  Stack,
  Time,
  toast,
  useList as useListing,
} from '#ui'
import { getAllowance, type Kudos, listKudos, withdrawKudos } from '../contract.ts'
import { listAccounts } from '../ledger.contract.ts'
import { BoardLink } from './boards/board-link.tsx'
import { BonusLink } from './bonus/bonus-link.tsx'
import { Unthanked } from './commendation/unthanked.tsx'
import { GiveThanks } from './give-thanks.tsx'
import { RewardsLink } from './rewards/rewards-link.tsx'
import { useText } from './text.ts'
import { ThanksFile } from './thanks-file.tsx'
import { WallLinks } from './wall/wall-links.tsx'
import './thanks.css'

const filters = ['all', 'mine', 'given'] as const
type Filter = (typeof filters)[number]

/** Who helped whom, newest first. */
export function Component() {
  const t = useText()
  const me = useSession().member.id
  const [isGiving, setGiving] = useState(false)
  const [filter, show] = useChoice('show', filters)
  const query = filter === 'mine' ? { toId: me } : filter === 'given' ? { fromId: me } : {}
  const kudos = useList(listKudos, { query }, { topics: ['kudos'] })
  const give = (
    <Button look="primary" icon={HandHeart} onPress={() => setGiving(true)}>
      {t('recognition.give')}
    </Button>
  )
  return (
    <Page title={t('recognition.title')} lead={t('recognition.lead')} actions={give}>
      <Stack gap={16}>
        <Points />
        <Row gap={16}>
          <RewardsLink />
          <BonusLink />
          <BoardLink />
          <WallLinks />
        </Row>
        <Unthanked />
        <SegmentedControl<Filter>
          label={t('recognition.filter')}
          items={filters.map((id) => ({ id, label: t(`recognition.${id}`) }))}
          value={filter}
          onChange={show}
        />
        <ListStatus list={kudos} />
        {!kudos.isPending && kudos.items.length === 0 && (
          <EmptyState title={t('recognition.empty')} action={give}>
            {t('recognition.emptyText')}
          </EmptyState>
        )}
        <div className="thanks-wall">
          {kudos.items.map((one) => (
            <Thanks key={one.id} kudos={one} />
          ))}
        </div>
        <ShowMore list={kudos} />
      </Stack>
      <GiveThanks isOpen={isGiving} onOpenChange={setGiving} />
    </Page>
  )
}

/** Where there are points here: what one has and may still give, and the way to every movement. */
function Points() {
  const t = useText()
  const topics = ['accounts', 'recognition']
  const allowance = useRead(getAllowance, {}, { topics })
  const accounts = useRead(listAccounts, {}, { topics })
  if (!allowance.data || !accounts.data) return null
  const count = accounts.data.items.find(({ kind }) => kind === 'points')?.balance ?? 0
  const { granted, left } = allowance.data
  if (granted === 0 && left === 0 && count === 0) return null
  return (
    <p className="ui-muted">
      {t('recognition.mine.have', { count })} {t('recognition.pointsLeft', { left })}{' '}
      <Link href={paths.points}>{t('recognition.mine.open')}</Link>
    </p>
  )
}

function Thanks({ kudos }: { kudos: Kudos }) {
  const t = useText()
  const list = useListing()
  const withdraw = useWrite(withdrawKudos, ['kudos', 'feed', 'accounts', 'unthanked'])
  const takeBack = () =>
    withdraw.mutate({ params: { kudosId: kudos.id } }, { onSuccess: () => toast(t('recognition.taken')) })
  const bold = (parts: React.ReactNode[]) => <strong>{parts}</strong>
  return (
    <Card as="article" tone="warm">
      <header className="thanks-head">
        <Avatar id={kudos.from.id} name={kudos.from.name} />
        <div>
          {t.rich(kudos.isCommendation ? 'recognition.lineCommended' : 'recognition.line', {
            from: kudos.from.name,
            to: list([kudos.to, ...kudos.others].map(({ name }) => name)),
            b: bold,
          })}
          <small className="ui-muted">
            <Time at={kudos.givenAt} />
            {kudos.isPrivate && <> · {t('recognition.private')}</>}
          </small>
        </div>
        {kudos.can.withdraw && (
          <Button size="sm" look="ghost" isPending={withdraw.isPending} onPress={takeBack}>
            {t('recognition.withdraw')}
          </Button>
        )}
      </header>
      <p className="thanks-reason">{kudos.reason}</p>
      {kudos.file && <ThanksFile kudosId={kudos.id} file={kudos.file} from={kudos.from.name} />}
      {(kudos.value || kudos.points > 0) && (
        <div className="thanks-more">
          {kudos.value && <Chip tone="gold">{kudos.value.name}</Chip>}
          {kudos.points > 0 && (
            <Chip>{t('recognition.points', { count: kudos.points, others: kudos.others.length })}</Chip>
          )}
        </div>
      )}
    </Card>
  )
}
