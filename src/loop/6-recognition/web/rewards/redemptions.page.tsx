import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import { EmptyState, ForbiddenState, ListStatus, Page, Row, Select, ShowMore, Stack } from '#ui'
import { listRedemptions } from '../../redemption.contract.ts'
import { Handling } from './handling.tsx'
import { RedemptionCard } from './redemption-card.tsx'
import { useText } from './text.ts'
import './rewards.css'

const states = ['waiting', 'fulfilled', 'declined', 'cancelled', 'refunded'] as const
type Shown = (typeof states)[number]

/** What others asked for, and the reader approves and sees to. */
export function Component() {
  const t = useText()
  const isHandler = holdsRole(useSession(), 'manager')
  return (
    <Page
      title={t('redemption.queue')}
      lead={t('redemption.queueLead')}
      breadcrumbs={[{ label: t('reward.title'), href: paths.rewards }]}
      width="middle"
    >
      {isHandler ? <Queue /> : <ForbiddenState>{t('redemption.queueForbidden')}</ForbiddenState>}
    </Page>
  )
}

function Queue() {
  const t = useText()
  const [state, show] = useChoice('state', states)
  const list = useList(listRedemptions, { query: { state } }, { topics: ['redemptions'] })
  return (
    <Stack gap={16}>
      <Row>
        <Select<Shown>
          label={t('redemption.which')}
          items={states.map((id) => ({ id, label: t(`redemption.which.${id}`) }))}
          value={state}
          onChange={show}
        />
      </Row>
      <ListStatus list={list} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t(state === 'waiting' ? 'redemption.queueNone' : 'redemption.queueNoneSuch')}>
          {state === 'waiting' && t('redemption.queueNoneText')}
        </EmptyState>
      )}
      <ul className="redemptions" aria-label={t('redemption.queue')}>
        {list.items.map((redemption) => (
          <RedemptionCard key={redemption.id} redemption={redemption} isOfOthers>
            <Handling redemption={redemption} />
          </RedemptionCard>
        ))}
      </ul>
      <ShowMore list={list} />
    </Stack>
  )
}
