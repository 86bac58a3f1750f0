import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, ConfirmDialog, Dialog, Form, IconButton, Menu, Select, sayRefusal, toast } from '#ui'
import { mergeTopic, removeTopic, type Topic, unmergeTopic } from '../../topic.contract.ts'
import { useText } from '../text.ts'
import { TopicForm } from './topic-form.tsx'

interface TopicActionsProps {
  topic: Topic
  topics: readonly Topic[]
}

/** Renames a topic, merges it into another, takes it away. */
export function TopicActions({ topic, topics }: TopicActionsProps) {
  const t = useText()
  const [what, setWhat] = useState<'change' | 'merge' | 'remove' | null>(null)
  const close = () => setWhat(null)
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={Ellipsis} label={t('leader.topics.more', { name: topic.name })} look="ghost" />
        }
        items={[
          { id: 'change', label: t('leader.topics.rename'), onAction: () => setWhat('change') },
          { id: 'merge', label: t('leader.topics.merge'), onAction: () => setWhat('merge') },
          { id: 'remove', label: t('leader.topics.remove'), onAction: () => setWhat('remove') },
        ]}
      />
      {what === 'change' && <TopicForm topic={topic} onClose={close} />}
      {what === 'merge' && <MergeDialog topic={topic} topics={topics} onClose={close} />}
      {what === 'remove' && <RemoveDialog topic={topic} onClose={close} />}
    </>
  )
}

function MergeDialog({ topic, topics, onClose }: TopicActionsProps & { onClose: () => void }) {
  const t = useText()
  const others = topics.filter(({ id }) => id !== topic.id)
  const [into, setInto] = useState<string | null>(null)
  const merge = useWrite(mergeTopic, ['topics'])
  const unmerge = useWrite(unmergeTopic, ['topics'])
  const params = { topicId: topic.id }
  const undo = () => unmerge.mutateAsync({ params }).catch(sayRefusal)
  const save = () =>
    into &&
    merge.mutate(
      { params, body: { into } },
      {
        onSuccess: ({ name }) => {
          toast({
            text: t('leader.topics.mergedInto', { name: topic.name, into: name }),
            tone: 'success',
            undo,
          })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t('leader.topics.mergeTitle', { name: topic.name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={merge.error}>
        <Select
          label={t('leader.topics.into')}
          name="into"
          items={others.map(({ id, name }) => ({ id, label: name }))}
          value={into}
          onChange={setInto}
          isRequired
        />
        <div>
          <Button type="submit" look="primary" isPending={merge.isPending}>
            {t('leader.topics.mergeDo')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function RemoveDialog({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const t = useText()
  const remove = useWrite(removeTopic, ['topics'])
  const confirm = () =>
    remove.mutate({ params: { topicId: topic.id } }, { onSuccess: onClose, onError: sayRefusal })
  return (
    <ConfirmDialog
      title={t('leader.topics.removeTitle', { name: topic.name })}
      isOpen
      onOpenChange={onClose}
      action={t('leader.topics.remove')}
      isPending={remove.isPending}
      onConfirm={confirm}
      isDanger
    >
      {t('leader.topics.removeText')}
    </ConfirmDialog>
  )
}
