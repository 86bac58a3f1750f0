import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, Form, List, ListRow, Stack, sayRefusal, TextField, toast } from '#ui'
import {
  addChatChannel,
  type CampaignSettings,
  type ChatChannel,
  removeChatChannel,
} from '../../settings.contract.ts'
import { useText } from '../text.ts'

/** The chats in which campaigns may post. */
export function Chats({ settings: { channels, can } }: { settings: CampaignSettings }) {
  const t = useText()
  return (
    <Card title={t('campaigns.chats')}>
      <Stack gap={16}>
        <p className="ui-muted">{t('campaigns.chats.lead')}</p>
        {channels.length === 0 && <p>{t('campaigns.chats.none')}</p>}
        <List label={t('campaigns.chats')}>
          {channels.map((channel) => (
            <Chat key={channel.id} channel={channel} mayRemove={can.set} />
          ))}
        </List>
        {can.set && <AddChat />}
      </Stack>
    </Card>
  )
}

function Chat({ channel: { id, name, host }, mayRemove }: { channel: ChatChannel; mayRemove: boolean }) {
  const t = useText()
  const remove = useWrite(removeChatChannel, ['campaigns'])
  const go = () =>
    remove.mutate(
      { params: { channelId: id } },
      { onSuccess: () => toast(t('campaigns.chats.removed', { name })), onError: sayRefusal },
    )
  return (
    <ListRow
      title={name}
      text={host}
      after={
        mayRemove && (
          <Button
            size="sm"
            look="ghost"
            icon={Trash2}
            isPending={remove.isPending}
            onPress={go}
            aria-label={t('campaigns.chats.remove', { name })}
          >
            {t('campaigns.chats.removeShort')}
          </Button>
        )
      }
    />
  )
}

function AddChat() {
  const t = useText()
  const [typed, setTyped] = useState({ name: '', url: '' })
  const add = useWrite(addChatChannel, ['campaigns'])
  const send = () =>
    add.mutate(
      { body: typed },
      {
        onSuccess: () => {
          toast({ text: t('campaigns.chats.added', { name: typed.name }), tone: 'success' })
          setTyped({ name: '', url: '' })
        },
      },
    )
  return (
    <Form onSubmit={send} error={add.error}>
      <TextField
        label={t('campaigns.chats.name')}
        name="name"
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        maxLength={60}
        isRequired
      />
      <TextField
        label={t('campaigns.chats.url')}
        hint={t('campaigns.chats.urlHint')}
        name="url"
        type="url"
        value={typed.url}
        onChange={(url) => setTyped({ ...typed, url })}
        maxLength={1000}
        isRequired
      />
      <div>
        <Button type="submit" isPending={add.isPending}>
          {t('campaigns.chats.add')}
        </Button>
      </div>
    </Form>
  )
}
