import { useRead, useWrite } from '#platform/web/use'
import { ConfirmDialog, Stack, sayRefusal, toast } from '#ui'
import { countAudience, launchCampaign, type ShownCampaign } from '../campaign.contract.ts'
import { ClosedAcademy } from './closed-academy.tsx'
import { useText } from './text.ts'

/** Says how many people it will speak to before it does. */
export function LaunchDialog({ campaign, onClose }: { campaign: ShownCampaign; onClose: () => void }) {
  const t = useText()
  const { id, name, state, body } = campaign
  const params = { campaignId: id }
  const counted = useRead(countAudience, { params }, { topics: ['campaigns'] })
  const launch = useWrite(launchCampaign, ['campaigns'])
  const go = () =>
    launch.mutate(
      { params },
      {
        onSuccess: () => {
          onClose()
          toast({ text: t('campaigns.launched', { name }), tone: 'success' })
        },
        onError: sayRefusal,
      },
    )
  return (
    <ConfirmDialog
      title={t('campaigns.launchTitle', { name })}
      isOpen
      onOpenChange={onClose}
      action={t(state === 'asked' ? 'campaigns.agree' : 'campaigns.launch')}
      isPending={launch.isPending}
      onConfirm={go}
    >
      <Stack gap={12}>
        <p>{counted.data ? t('campaigns.launchText', { count: counted.data.count }) : '…'}</p>
        <ClosedAcademy {...{ campaign, body }} />
      </Stack>
    </ConfirmDialog>
  )
}
