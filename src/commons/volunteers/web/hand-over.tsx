import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, ErrorState, Form, Select, SkeletonRows, toast } from '#ui'
import { handOverVolunteer, listSponsors, type Volunteer } from '../contract.ts'
import { useText } from './text.ts'

interface HandOverProps {
  volunteer: Volunteer
  onClose: () => void
}

/** Has somebody else greet a volunteer: the one who fits best is proposed. */
export function HandOver({ volunteer, onClose }: HandOverProps) {
  const t = useText()
  const { id, member } = volunteer
  const read = useRead(listSponsors, { params: { volunteerId: id } }, { topics: ['volunteers'] })
  return (
    <Dialog title={t('volunteers.handOver.title', { name: member.name })} isOpen onOpenChange={onClose}>
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <SkeletonRows rows={1} hasFace={false} />
      ) : read.data.items.length === 0 ? (
        <p>{t('volunteers.handOver.nobody')}</p>
      ) : (
        <To volunteer={volunteer} sponsors={read.data.items} onClose={onClose} />
      )}
    </Dialog>
  )
}

function To({ volunteer, sponsors, onClose }: HandOverProps & { sponsors: Volunteer['member'][] }) {
  const t = useText()
  const [memberId, setMember] = useState(sponsors[0]?.id ?? '')
  const handOver = useWrite(handOverVolunteer, ['volunteers'])
  const to = sponsors.find(({ id }) => id === memberId)?.name ?? ''
  const send = () =>
    handOver.mutate(
      { params: { volunteerId: volunteer.id }, body: { memberId } },
      {
        onSuccess: () => {
          toast({ text: t('volunteers.handOver.done', { name: to }), tone: 'success' })
          onClose()
        },
      },
    )
  return (
    <Form onSubmit={send} error={handOver.error}>
      <Select
        label={t('volunteers.handOver.to')}
        items={sponsors.map(({ id, name }) => ({ id, label: name }))}
        value={memberId}
        onChange={setMember}
      />
      <div>
        <Button type="submit" look="primary" isPending={handOver.isPending}>
          {t('volunteers.handOver.send', { name: to })}
        </Button>
      </div>
    </Form>
  )
}
