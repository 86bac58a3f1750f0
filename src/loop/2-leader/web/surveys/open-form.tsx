import { useState } from 'react'
import { useManaged } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Card, ErrorState, Form, Select, SkeletonRows, toast } from '#ui'
import { openSurvey, type Survey } from '../../survey.contract.ts'
import { type FirstAsked, firstAskedNames, usualDays } from '../../surveys/limits.ts'
import { useSpan } from '../span.ts'
import { useText } from '../text.ts'

/** How long is to choose from, in days. */
const spans = [7, usualDays, 21, 30, 60]

/** Asks a group: whom, how many at first, for how long. */
export function OpenForm() {
  const t = useText()
  const span = useSpan()
  const { groups, error, isPending, refetch } = useManaged()
  const [chosen, choose] = useState('')
  const [first, setFirst] = useState<FirstAsked>('all')
  const [days, setDays] = useState(`${usualDays}`)
  const open = useWrite(openSurvey, ['surveys'])
  const groupId = chosen || (groups[0]?.id ?? '')
  const onSuccess = ({ waves: [asked = 0] }: Survey) =>
    toast({ text: t('leader.surveys.opened', { asked }), tone: 'success' })
  const send = () => open.mutate({ body: { groupId, days: Number(days), firstAsked: first } }, { onSuccess })
  return (
    <Card title={t('leader.surveys.new')}>
      {error ? (
        <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>
      ) : isPending ? (
        <SkeletonRows rows={3} hasFace={false} />
      ) : (
        <Form onSubmit={send} error={open.error}>
          <Select
            label={t('leader.surveys.group')}
            hint={t('leader.surveys.groupHint')}
            name="groupId"
            items={groups.map(({ id, name }) => ({ id, label: name }))}
            value={groupId}
            onChange={choose}
          />
          <Select
            label={t('leader.surveys.first')}
            hint={t('leader.surveys.firstHint')}
            name="firstAsked"
            items={firstAskedNames.map((id) => ({ id, label: t(`leader.surveys.first.${id}`) }))}
            value={first}
            onChange={(next) => setFirst(next)}
          />
          <Select
            label={t('leader.surveys.days')}
            name="days"
            items={spans.map((length) => ({ id: `${length}`, label: span(length) }))}
            value={days}
            onChange={setDays}
          />
          <div>
            <Button type="submit" look="primary" isPending={open.isPending}>
              {t('leader.surveys.open')}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  )
}
