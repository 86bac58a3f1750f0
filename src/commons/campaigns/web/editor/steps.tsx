import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, Stack, toast } from '#ui'
import type { Step } from '../../language.ts'
import { mostSteps } from '../../limits.ts'
import { useText } from '../text.ts'
import type { PartProps } from './part.ts'
import { StepCard } from './step-card.tsx'

/** A name that no other step has. */
function freeName(steps: readonly Step[]): string {
  for (let number = steps.length + 1; ; number++)
    if (!steps.some(({ id }) => id === `step-${number}`)) return `step-${number}`
}

const newStep = (steps: readonly Step[]): Step => ({
  id: freeName(steps),
  after: steps.at(-1)?.id ?? null,
  days: steps.length === 0 ? 0 : 7,
  ...{ if: 'everyone', channel: 'mail', chatId: null, link: null },
  calls: ['interested', 'nominate', 'later', 'no'],
  variants: [{ en: { subject: '…', text: '' } }],
})

/** The steps of the campaign, in order. */
export function Steps({ campaign, body, change }: PartProps) {
  const t = useText()
  const { steps } = body
  const [newest, setNewest] = useState<string | null>(null)
  const set = (next: Step[]) => change({ steps: next })
  const replace = (id: string, step: Step) => set(steps.map((one) => (one.id === id ? step : one)))
  const add = () => {
    const step = newStep(steps)
    setNewest(step.id)
    set([...steps, step])
  }
  const remove = (step: Step) => {
    // What followed it follows what it followed.
    const rest = steps.filter(({ id }) => id !== step.id)
    set(rest.map((one) => (one.after === step.id ? { ...one, after: step.after } : one)))
    toast({ text: t('campaigns.step.removed', { name: step.id }), undo: () => set(steps) })
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
            onChange={(next) => replace(step.id, next)}
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
