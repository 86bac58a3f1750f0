import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, TextArea } from '#ui'
import { type ShownCampaign, sendCampaignBack } from '../campaign.contract.ts'
import { useText } from './text.ts'

/** Says what should be different; whoever asked takes it back without a word. */
export function SendBackDialog({ campaign, onClose }: { campaign: ShownCampaign; onClose: () => void }) {
  const t = useText()
  const isOwn = useSession().member.id === campaign.turned.by?.id
  const [words, setWords] = useState('')
  const write = useWrite(sendCampaignBack, ['campaigns'])
  const send = () =>
    write.mutate({ params: { campaignId: campaign.id }, body: { words } }, { onSuccess: onClose })
  const title = t(isOwn ? 'campaigns.takeBack' : 'campaigns.sendBackTitle')
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Form onSubmit={send} error={write.error}>
        {!isOwn && (
          <TextArea
            label={t('campaigns.sendBackTitle')}
            isLabelHidden
            name="words"
            value={words}
            onChange={setWords}
            onSend={send}
            maxLength={1000}
            isRequired
            autoFocus
          />
        )}
        <div>
          <Button type="submit" look="primary" isPending={write.isPending}>
            {t(isOwn ? 'campaigns.takeBack' : 'campaigns.sendBack')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
