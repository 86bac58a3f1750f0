import { useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, Form, Select, TextField } from '#ui'
import { makeCampaign } from '../campaign.contract.ts'
import { useText } from './text.ts'

type From = { is: 'ready'; key: string } | { is: 'campaign'; campaignId: string } | null

/** What a campaign begins with. */
export interface Beginning {
  name: string
  from: From
}

/** Two things to say, and the campaign is there. */
export function BeginDialog({ beginning, onClose }: { beginning: Beginning; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('campaigns.begin')} isOpen onOpenChange={onClose}>
      <BeginForm beginning={beginning} />
    </Dialog>
  )
}

function BeginForm({ beginning: { name: proposed, from } }: { beginning: Beginning }) {
  const t = useText()
  const navigate = useNavigate()
  const { organization } = useSession()
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const own = groups.filter(({ can }) => can.manage)
  const [name, setName] = useState(proposed)
  const [chosen, choose] = useState<string | null>(null)
  const make = useWrite(makeCampaign, ['campaigns'])
  const groupId = chosen ?? own.find(({ id }) => id === organization.id)?.id ?? own[0]?.id ?? ''
  const send = () =>
    make.mutate(
      { body: { name, groupId, from } },
      { onSuccess: ({ id }) => void navigate(linkTo(paths.campaign, { campaignId: id })) },
    )
  return (
    <Form onSubmit={send} error={make.error}>
      <TextField
        label={t('campaigns.name')}
        hint={t('campaigns.nameHint')}
        name="name"
        value={name}
        onChange={setName}
        maxLength={80}
        isRequired
        autoFocus
      />
      <Select
        label={t('campaigns.group')}
        hint={t('campaigns.groupHint')}
        name="groupId"
        items={own.map(({ id, name: label }) => ({ id, label }))}
        value={groupId}
        onChange={choose}
      />
      <div>
        <Button type="submit" look="primary" isPending={make.isPending}>
          {t('campaigns.beginGo')}
        </Button>
      </div>
    </Form>
  )
}
