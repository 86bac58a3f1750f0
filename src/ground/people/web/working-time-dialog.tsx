import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, Form, ListStatus, Select, toast, useNumber } from '#ui'
import { getWorkingTime, setWorkingTime } from '../time.contract.ts'
import { useText } from './text.ts'

interface WorkingTimeProps {
  member: { id: string; name: string }
  onClose: () => void
}

/** Which share of full time somebody works, as whoever answers for them says it. */
export function WorkingTimeDialog({ member, onClose }: WorkingTimeProps) {
  const t = useText()
  const params = { memberId: member.id }
  const read = useRead(getWorkingTime, { params }, { topics: ['people'] })
  return (
    <Dialog title={t('people.workingTime.of', { name: member.name })} isOpen onOpenChange={onClose}>
      <ListStatus list={read} rows={1} hasFace={false} />
      {read.data && <WorkingTimeForm member={member} percent={read.data.percent} onClose={onClose} />}
    </Dialog>
  )
}

/** What is to choose from, in percent; what was brought in from a list comes beside it. */
const usual = [100, 90, 80, 75, 70, 60, 50, 40, 30, 20, 10]

function WorkingTimeForm({ member, percent: before, onClose }: WorkingTimeProps & { percent: number }) {
  const t = useText()
  const number = useNumber({ style: 'percent' })
  const [percent, setPercent] = useState(before)
  const set = useWrite(setWorkingTime, ['people', 'radar'])
  const onSuccess = () => {
    toast({ text: t('people.workingTime.saved', { name: member.name }), tone: 'success' })
    onClose()
  }
  const all = [...new Set([...usual, before])].sort((a, b) => b - a)
  return (
    <Form
      onSubmit={() => set.mutate({ params: { memberId: member.id }, body: { percent } }, { onSuccess })}
      error={set.error}
    >
      <Select
        label={t('people.workingTime.share')}
        hint={t('people.workingTime.hint')}
        name="percent"
        value={`${percent}`}
        items={all.map((one) => ({ id: `${one}`, label: number(one / 100) }))}
        onChange={(one) => setPercent(Number(one))}
      />
      <div>
        <Button type="submit" look="primary" isPending={set.isPending}>
          {t('people.save')}
        </Button>
      </div>
    </Form>
  )
}
