import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Dialog, ErrorState, Form, Row, SkeletonRows, Stack, TextField, Time, toast } from '#ui'
import { mostAllowance } from '../../limits.ts'
import { getRecognition, type Recognition, setRecognition } from '../../settings.contract.ts'
import { useText } from '../text.ts'
import { Values } from './values.tsx'

const topics = ['recognition', 'accounts']

/** What the organization thanks for, and how many points each may give in a month; who said so, and the way to say it anew. */
export function RecognitionCard() {
  const t = useText()
  const read = useRead(getRecognition, {}, { topics })
  const [isDeciding, setDeciding] = useState(false)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (!read.data) return <SkeletonRows rows={3} />
  const { allowance, timeZone, changed, can } = read.data
  return (
    <Card title={t('recognition.settings')}>
      <Stack>
        <p>{t('recognition.settings.allowance', { count: allowance, timeZone })}</p>
        <Row justify="between">
          <span className="ui-muted">
            {changed
              ? t.rich('recognition.settings.changed', {
                  name: changed.by.name,
                  time: <Time key="time" at={changed.at} isSaid />,
                })
              : t('recognition.settings.usual')}
          </span>
          {can.set && (
            <Button onPress={() => setDeciding(true)} aria-label={t('recognition.settings.change')}>
              {t('recognition.settings.changeShort')}
            </Button>
          )}
        </Row>
        <Values values={read.data.values} maySet={can.set} />
      </Stack>
      {isDeciding && <TermsForm recognition={read.data} onClose={() => setDeciding(false)} />}
    </Card>
  )
}

function TermsForm({ recognition, onClose }: { recognition: Recognition; onClose: () => void }) {
  const t = useText()
  const before = { allowance: recognition.allowance, timeZone: recognition.timeZone }
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [allowance, setAllowance] = useState(String(before.allowance))
  const [timeZone, setTimeZone] = useState(recognition.changed ? before.timeZone : here)
  const set = useWrite(setRecognition, topics)
  const save = (body: typeof before, onSuccess: () => void) => set.mutate({ body }, { onSuccess })
  const done = () => {
    onClose()
    toast({
      text: t('recognition.settings.saved'),
      tone: 'success',
      undo: () => save(before, () => undefined),
    })
  }
  const check = (words: string) =>
    /^\d{1,5}$/.test(words.trim()) && Number(words) <= mostAllowance
      ? null
      : t('recognition.pointsMost', { most: mostAllowance })
  return (
    <Dialog title={t('recognition.settings.change')} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => save({ allowance: Number(allowance), timeZone }, done)} error={set.error}>
        <TextField
          label={t('recognition.settings.points')}
          name="allowance"
          hint={t('recognition.settings.pointsHint')}
          inputMode="numeric"
          value={allowance}
          onChange={setAllowance}
          check={check}
          isRequired
        />
        <TextField
          label={t('recognition.settings.timeZone')}
          name="timeZone"
          hint={t('recognition.settings.timeZoneHint')}
          value={timeZone}
          onChange={setTimeZone}
          maxLength={60}
          isRequired
        />
        <Button type="submit" look="primary" isPending={set.isPending}>
          {t('recognition.settings.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
