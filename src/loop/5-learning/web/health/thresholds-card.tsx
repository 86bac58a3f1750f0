import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Dialog,
  ErrorState,
  Form,
  Row,
  SkeletonRows,
  Stack,
  TextField,
  Time,
  toast,
  useNumber,
} from '#ui'
import {
  getHealthSettings,
  type HealthSettings,
  setHealthSettings,
  type Thresholds,
} from '../../health.contract.ts'
import { useText } from '../text.ts'
import './health.css'

const names = ['lowest', 'verifyAfterDays', 'outdated', 'wrong', 'daysToAct'] as const
const topics = ['health']

/** From when on content is to be looked after, who said so, and the way to say it anew. */
export function ThresholdsCard() {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent' })
  const read = useRead(getHealthSettings, {}, { topics })
  const [isDeciding, setDeciding] = useState(false)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (!read.data) return <SkeletonRows rows={3} />
  const { thresholds, changed, can } = read.data
  return (
    <Card title={t('learning.health.settings')}>
      <Stack>
        <p>{t('learning.health.settings.for')}</p>
        <dl className="health-terms">
          {names.map((name) => (
            <div key={name}>
              <dt>{t(`learning.health.settings.${name}`)}</dt>
              <dd>
                {t(`learning.health.unit.${name}`, {
                  count: thresholds[name],
                  shown: name === 'lowest' ? percent(thresholds.lowest / 100) : number(thresholds[name]),
                })}
              </dd>
            </div>
          ))}
        </dl>
        <Row justify="between">
          <span className="ui-muted">
            {changed
              ? t.rich('learning.health.settings.changed', {
                  name: changed.by.name,
                  time: <Time key="time" at={changed.at} isSaid />,
                })
              : t('learning.health.settings.usual')}
          </span>
          {can.set && (
            <Button onPress={() => setDeciding(true)} aria-label={t('learning.health.settings.change')}>
              {t('learning.health.settings.changeShort')}
            </Button>
          )}
        </Row>
      </Stack>
      {isDeciding && <ThresholdsForm settings={read.data} onClose={() => setDeciding(false)} />}
    </Card>
  )
}

const textsOf = (thresholds: Thresholds) =>
  Object.fromEntries(names.map((name) => [name, String(thresholds[name])])) as Record<
    keyof Thresholds,
    string
  >
const numbersOf = (texts: Record<keyof Thresholds, string>) =>
  Object.fromEntries(names.map((name) => [name, Number(texts[name])])) as Thresholds

function ThresholdsForm({ settings, onClose }: { settings: HealthSettings; onClose: () => void }) {
  const t = useText()
  const [texts, setTexts] = useState(textsOf(settings.thresholds))
  const set = useWrite(setHealthSettings, topics)
  const save = (body: Thresholds, onSuccess: () => void) => set.mutate({ body }, { onSuccess })
  const done = () => {
    onClose()
    const undo = () => save(settings.thresholds, () => undefined)
    toast({ text: t('learning.health.settings.saved'), tone: 'success', undo })
  }
  return (
    <Dialog title={t('learning.health.settings.change')} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => save(numbersOf(texts), done)} error={set.error}>
        {names.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`learning.health.settings.${name}`)}
            hint={t(`learning.health.hint.${name}`)}
            inputMode="numeric"
            value={texts[name]}
            onChange={(text) => setTexts({ ...texts, [name]: text })}
            isRequired
          />
        ))}
        <Row>
          <Button type="submit" look="primary" isPending={set.isPending}>
            {t('learning.health.settings.save')}
          </Button>
          <Button look="ghost" onPress={() => setTexts(textsOf(settings.usual))}>
            {t('learning.health.settings.toUsual')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  )
}
