import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, Muted, SegmentedControl, Stack, useLocale } from '#ui'
import type { Step, Variant } from '../../language.ts'
import { mostVariants } from '../../limits.ts'
import { saidIn } from '../../words/said-in.ts'
import { letterOf } from '../letter-of.ts'
import { useText } from '../text.ts'
import type { StepProps } from './part.ts'
import { useUndo } from './use-undo.ts'
import { WordsFields, WordsShown } from './words-fields.tsx'

/** What a step says: in each language, and in one or several texts that are compared. */
export function Variants({ step, campaign, onChange }: StepProps) {
  const t = useText()
  const [language, speak] = useState(saidIn(step.variants[0] ?? {}, useLocale()).locale)
  const { variants } = step
  const { edit, rewrite } = campaign.can
  const offer = useUndo(edit)
  const set = (next: Variant[]) => onChange({ variants: next })
  const remove = (variant: Variant, index: number, letter: string) => {
    set(variants.filter((_, place) => place !== index))
    const undo = () =>
      onChange(({ variants: now }) => ({
        variants: now.length < mostVariants ? now.toSpliced(index, 0, variant) : now,
      }))
    offer(t('campaigns.variant.removed', { letter }), undo)
  }
  const isCompared = variants.length > 1
  // A variant is called by the letter of its place, by which its answers are counted too.
  const lettered = variants.map((variant, index) => ({ variant, index, letter: letterOf(index) }))
  return (
    <Stack gap={16}>
      <SegmentedControl
        label={t('campaigns.condition.language')}
        value={language}
        onChange={speak}
        items={(['en', 'fr'] as const).map((id) => ({ id, label: t(`campaigns.words.${id}`) }))}
      />
      {lettered.map(({ variant, index, letter }) => (
        <div
          key={letter}
          className="campaign-variant"
          {...(isCompared && { role: 'group', 'aria-label': t('campaigns.variant', { letter }) })}
        >
          {isCompared && <h4>{t('campaigns.variant', { letter })}</h4>}
          {edit || rewrite ? (
            <WordsFields
              {...{ variant, language, channel: step.channel }}
              onChange={(next) => set(variants.map((one, place) => (place === index ? next : one)))}
            />
          ) : (
            <WordsShown variant={variant} language={language} />
          )}
          {edit && isCompared && (
            <div>
              <Button size="sm" look="ghost" onPress={() => remove(variant, index, letter)}>
                {t('campaigns.variant.remove', { letter })}
              </Button>
            </div>
          )}
        </div>
      ))}
      {isCompared && <Muted>{t('campaigns.variant.note')}</Muted>}
      {edit && variants.length < mostVariants && step.channel !== 'chat' && (
        <Add step={step} isCompared={isCompared} onAdd={set} />
      )}
    </Stack>
  )
}

function Add({
  step,
  isCompared,
  onAdd,
}: {
  step: Step
  isCompared: boolean
  onAdd: (next: Variant[]) => void
}) {
  const t = useText()
  const { variants } = step
  return (
    <div>
      <Button size="sm" look="ghost" icon={Plus} onPress={() => onAdd([...variants, variants.at(-1) ?? {}])}>
        {t(isCompared ? 'campaigns.variant.addAnother' : 'campaigns.variant.add')}
      </Button>
    </div>
  )
}
