import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, ErrorState, Form, RadioGroup, SkeletonRows, toast } from '#ui'
import { assignHealthItem, type HealthItem, listHealthOwners } from '../../health.contract.ts'
import { useText } from '../text.ts'

/** Says who looks after it. */
export function Assign({ item, onClose }: { item: HealthItem; onClose: () => void }) {
  const t = useText()
  const params = { itemId: item.id }
  const read = useRead(listHealthOwners, { params })
  const [ownerId, setOwner] = useState(item.owner?.id ?? '')
  const assign = useWrite(assignHealthItem, ['health'])
  const save = (id: string, onSuccess: (made: HealthItem) => void) =>
    assign.mutate({ params, body: { ownerId: id } }, { onSuccess })
  const before = item.owner?.id
  const done = (made: HealthItem) => {
    onClose()
    const text = t('learning.health.assign.done', { name: made.owner?.name ?? '' })
    toast({ text, tone: 'success', ...(before && { undo: () => save(before, () => undefined) }) })
  }
  return (
    <Dialog
      title={t('learning.health.assign.title', { title: item.course.title })}
      isOpen
      onOpenChange={onClose}
    >
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows rows={3} />}
      {read.data && (
        <Form onSubmit={() => save(ownerId, done)} error={assign.error}>
          <RadioGroup
            label={t('learning.health.assign.who')}
            name="ownerId"
            items={read.data.items.map(({ id, name, title }) => ({ id, label: name, hint: title }))}
            value={ownerId}
            onChange={setOwner}
          />
          <div>
            <Button type="submit" look="primary" isPending={assign.isPending} isDisabled={ownerId === ''}>
              {t('learning.health.assign.save')}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  )
}
