import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, Stack, useLocale } from '#ui'
import type { Step } from '../../language.ts'
import { mostSteps } from '../../limits.ts'
import { newStep, restored, without } from '../../plan/step-order.ts'
import { useText } from '../text.ts'
import { changed, type PartProps } from './part.ts'
import { StepCard } from './step-card.tsx'
import { useUndo } from './use-undo.ts'

/** The steps of the campaign, in order. */
export function Steps({ campaign, body, change }: PartProps) {
  const t = useText()
  const { steps } = body
  const [newest, setNewest] = useState<string | null>(null)
  const locale = useLocale()
  const offer = useUndo(campaign.can.edit)
  const add = () => {
    const step = newStep(steps, locale)
    setNewest(step.id)
    change({ steps: [...steps, step] })
  }
  const remove = (step: Step) => {
    change({ steps: without(steps, step) })
    // What is written until it is taken back stays written.
    const undo = () => change(({ steps: now }) => ({ steps: restored(now, step, steps) }))
    offer(t('campaigns.step.removed', { number: steps.indexOf(step) + 1 }), undo)
  }
  return (
    <section aria-labelledby="campaign-steps">
      <Stack gap={16}>
        <h2 id="campaign-steps">{t('campaigns.step.list')}</h2>
        {steps.map((step, index) => (
          <StepCard
            key={step.id}
            step={step}
            number={index + 1}
            {...{ campaign, steps }}
            isNew={step.id === newest}
            onChange={(part) =>
              change(({ steps: now }) => ({
                steps: now.map((one) => (one.id === step.id ? changed(one, part) : one)),
              }))
            }
            onRemove={() => remove(step)}
          />
        ))}
        {campaign.can.edit && steps.length < mostSteps && (
          <div>
            <Button icon={Plus} onPress={add}>
              {t('campaigns.step.add')}
            </Button>
          </div>
        )}
      </Stack>
    </section>
  )
}
