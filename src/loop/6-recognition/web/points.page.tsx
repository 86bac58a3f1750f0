import type { ReactNode } from 'react'
import { paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import {
  Card,
  EmptyState,
  ErrorState,
  LinkButton,
  List,
  ListRow,
  Page,
  ShowMore,
  SkeletonRows,
  Stack,
  Time,
  useNumber,
} from '#ui'
import { getAllowance } from '../contract.ts'
import { type Entry, listAccounts, listEntries } from '../ledger.contract.ts'
import { RewardsLink } from './rewards/rewards-link.tsx'
import { Thing } from './rules/thing.tsx'
import { useText } from './text.ts'

const topics = ['accounts', 'kudos', 'recognition']

/** One's own points, what one may still give this month, and every movement of both. */
export function Component() {
  const t = useText()
  const accounts = useRead(listAccounts, {}, { topics })
  const allowance = useRead(getAllowance, {}, { topics })
  const error = accounts.error ?? allowance.error
  const points = accounts.data?.items.find(({ kind }) => kind === 'points')
  const giving = accounts.data?.items.find(
    ({ kind, period }) => kind === 'allowance' && period === allowance.data?.month,
  )
  return (
    <Page
      title={t('recognition.mine.title')}
      lead={t('recognition.mine.lead')}
      breadcrumbs={[{ label: t('recognition.title'), href: paths.thanks }]}
      width="narrow"
      actions={<LinkButton href={paths.earning}>{t('recognition.mine.how')}</LinkButton>}
    >
      {error && <ErrorState onRetry={() => void accounts.refetch()}>{error.message}</ErrorState>}
      {accounts.isPending && <SkeletonRows />}
      {accounts.data && allowance.data && (
        <Stack gap={24}>
          <Statement
            title={t('recognition.mine.have', { count: points?.balance ?? 0 })}
            accountId={points?.id}
            aside={<RewardsLink />}
          />
          <Statement
            title={t('recognition.pointsLeft', { left: allowance.data.left })}
            accountId={giving?.id}
          />
        </Stack>
      )}
    </Page>
  )
}

interface StatementProps {
  title: string
  accountId: string | undefined
  aside?: ReactNode
}

/** What moved on an account, the latest first; nothing moved on one that was never opened. */
function Statement({ title, accountId, aside }: StatementProps) {
  const t = useText()
  return (
    <Card title={title} aside={aside}>
      {accountId ? (
        <Entries accountId={accountId} />
      ) : (
        <EmptyState title={t('recognition.mine.empty')} isSmall>
          {t('recognition.mine.emptyText')}
        </EmptyState>
      )}
    </Card>
  )
}

function Entries({ accountId }: { accountId: string }) {
  const t = useText()
  const number = useNumber({ signDisplay: 'exceptZero' })
  const list = useList(listEntries, { params: { accountId }, query: { limit: 20 } }, { topics })
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.isPending) return <SkeletonRows rows={2} />
  return (
    <>
      <List>
        {list.items.map((entry) => (
          <ListRow
            key={entry.number}
            title={<Movement entry={entry} />}
            href={entry.reward ? paths.myRedemptions : undefined}
            text={
              <>
                <Thing course={entry.course} need={entry.need} /> <Time at={entry.at} />,{' '}
                {t('recognition.mine.after', { count: entry.balance })}
              </>
            }
            after={<strong>{number(entry.amount)}</strong>}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </>
  )
}

/** What a movement was, in words. */
function Movement({ entry }: { entry: Entry }) {
  const t = useText()
  const { kind, amount, by, period, rule, reward } = entry
  const name = by?.name ?? ''
  if (reward)
    return t(amount < 0 ? 'recognition.mine.redeemed' : 'recognition.mine.refunded', { name: reward.name })
  if (rule)
    return t(kind === 'rule' ? 'recognition.mine.rule' : 'recognition.mine.ruleBack', { name: rule.name })
  if (kind === 'allowance') return t('recognition.mine.allowance', { month: period })
  if (kind === 'kudos-back')
    return t(amount < 0 ? 'recognition.mine.taken' : 'recognition.mine.back', { name })
  return t(amount > 0 ? 'recognition.mine.thanks' : 'recognition.mine.given', { name })
}
