import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useList, useWrite } from '#platform/web/use'
import { Button, EmptyState, LinkButton, ListStatus, Page, ShowMore, Stack, sayRefusal, toast } from '#ui'
import { cancelRedemption, listMyRedemptions, type Redemption } from '../../redemption.contract.ts'
import { RedemptionCard } from './redemption-card.tsx'
import { useText } from './text.ts'
import './rewards.css'

/** What one asked for, and was given, the latest first. */
export function Component() {
  const t = useText()
  const me = useSession().member.id
  const list = useList(listMyRedemptions, {}, { topics: ['redemptions'] })
  return (
    <Page
      title={t('redemption.mine')}
      breadcrumbs={[{ label: t('reward.title'), href: paths.rewards }]}
      width="narrow"
    >
      <Stack gap={16}>
        <ListStatus list={list} />
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState
            title={t('redemption.mineNone')}
            action={<LinkButton href={paths.rewards}>{t('reward.title')}</LinkButton>}
          >
            {t('redemption.mineNoneText')}
          </EmptyState>
        )}
        <ul className="redemptions" aria-label={t('redemption.mine')}>
          {list.items.map((redemption) => (
            <RedemptionCard key={redemption.id} redemption={redemption} isReceived={redemption.to?.id === me}>
              {redemption.can.cancel && <Cancel redemption={redemption} />}
            </RedemptionCard>
          ))}
        </ul>
        <ShowMore list={list} />
      </Stack>
    </Page>
  )
}

function Cancel({ redemption: { id, name } }: { redemption: Redemption }) {
  const t = useText()
  const cancel = useWrite(cancelRedemption, ['rewards', 'redemptions', 'accounts'])
  const send = () =>
    cancel.mutate(
      { params: { redemptionId: id } },
      { onSuccess: () => toast(t('redemption.cancelledNow')), onError: sayRefusal },
    )
  return (
    <Button
      look="line"
      size="sm"
      isPending={cancel.isPending}
      aria-label={t('redemption.cancelOf', { name })}
      onPress={send}
    >
      {t('redemption.cancel')}
    </Button>
  )
}
