import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Combobox, Dialog, Form, TextArea, toast } from '#ui'
import { nominateForCampaign } from '../../taking-part.contract.ts'
import { useText } from '../text.ts'

/** Proposes a colleague, because a campaign asks. */
export function NominateForCampaign({ campaignId, onClose }: { campaignId: string; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('campaigns.call.nominate')} isOpen onOpenChange={onClose}>
      <NominateForm campaignId={campaignId} onDone={onClose} />
    </Dialog>
  )
}

function NominateForm({ campaignId, onDone }: { campaignId: string; onDone: () => void }) {
  const t = useText()
  const search = usePeopleSearch()
  const [who, choose] = useState<{ id: string; label: string } | null>(null)
  const [reason, setReason] = useState('')
  const write = useWrite(nominateForCampaign, ['nominations', 'calls'])
  const send = () => {
    if (!who) return
    write.mutate(
      { params: { campaignId }, body: { memberId: who.id, reason } },
      {
        onSuccess: () => {
          toast({ text: t('campaigns.nominate.done', { name: who.label }), tone: 'success' })
          onDone()
        },
      },
    )
  }
  return (
    <Form onSubmit={send} error={write.error}>
      <Combobox
        label={t('campaigns.nominate.who')}
        search={search}
        value={who}
        onChange={choose}
        isRequired
        autoFocus
      />
      <TextArea
        label={t('campaigns.nominate.why')}
        hint={
          who ? t('campaigns.nominate.whyHint', { name: who.label }) : t('campaigns.nominate.whyHintNobody')
        }
        name="reason"
        value={reason}
        onChange={setReason}
        onSend={send}
        check={(words) => (words.trim().length >= 10 ? null : t('campaigns.nominate.short'))}
        maxLength={1000}
        isRequired
      />
      <div>
        <Button type="submit" look="primary" isPending={write.isPending}>
          {t('campaigns.nominate.send')}
        </Button>
      </div>
    </Form>
  )
}
