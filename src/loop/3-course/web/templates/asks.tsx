import { useId } from 'react'
import { Disclosure, Select, TextArea, useNarrow } from '#ui'
import { type Ask, canBeFilled, type Use, uses } from '../../document/asks.ts'
import { textOf } from '../../document/blocks.ts'
import type { Block, Step } from '../../document/schema.ts'
import { quoted } from '../blocks/words-of.ts'
import type { Written } from '../editor/kept.ts'
import { useText } from '../text.ts'
import type { useAsks } from './use-asks.ts'

const monthsOffered = [1, 3, 6, 12, 18, 24, 36, 60]

interface AboutProps {
  written: Written
  onChange: (part: Partial<NonNullable<Written['template']>>) => void
}

/** What a template is for, and how long a course made from it holds. */
export function About({ written: { template }, onChange }: AboutProps) {
  const t = useText()
  const isNarrow = useNarrow()
  if (!template) return null
  const months = [...new Set([...monthsOffered, template.months])].sort((a, b) => a - b)
  const fields = (
    <div className="template-about">
      <TextArea
        label={t('template.for')}
        hint={t('template.forHint')}
        value={template.for}
        onChange={(words) => onChange({ for: words })}
        lines={2}
        maxLength={200}
      />
      <Select
        label={t('template.months')}
        items={months.map((one) => ({ id: String(one), label: t('template.monthsOf', { months: one }) }))}
        value={String(template.months)}
        onChange={(id) => onChange({ months: Number(id) })}
      />
    </div>
  )
  return isNarrow ? <Disclosure title={t('template.about')}>{fields}</Disclosure> : fields
}

interface AsksProps extends Pick<ReturnType<typeof useAsks>, 'askFor' | 'setAsk'> {
  step: Step
  onGoTo: (blockId: string) => void
}

/** What is asked for in each block of a step: whether it must be filled in, and the guidance beside it. */
export function Asks({ step, askFor, setAsk, onGoTo }: AsksProps) {
  const t = useText()
  const isNarrow = useNarrow()
  const rows = (
    <>
      <p className="ui-muted">{t('template.partsHint')}</p>
      <ol className="template-asks">
        {step.content.map((block, index) => (
          <AskRow
            key={block.attrs.id}
            block={block}
            place={index + 1}
            ask={askFor(block)}
            onChange={setAsk}
            onGoTo={() => onGoTo(block.attrs.id)}
          />
        ))}
      </ol>
    </>
  )
  // On a phone it stands before the text, which must not be far.
  if (isNarrow) return <Disclosure title={t('template.parts')}>{rows}</Disclosure>
  return (
    <section>
      <h2 className="template-asks-title">{t('template.parts')}</h2>
      {rows}
    </section>
  )
}

interface AskRowProps {
  block: Block
  place: number
  ask: Ask
  onChange: (ask: Ask) => void
  onGoTo: () => void
}

const longest = 60

function AskRow({ block, place, ask, onChange, onGoTo }: AskRowProps) {
  const t = useText()
  const id = useId()
  const kind = t(`template.kind.${block.type}`)
  const words = quoted(textOf(block)).slice(0, longest)
  return (
    <li className="template-ask">
      <fieldset aria-labelledby={id} className="template-ask-fields">
        <button id={id} type="button" onClick={onGoTo}>
          {words ? t('template.partSays', { place, kind, words }) : t('template.part', { place, kind })}
        </button>
        {canBeFilled(block) && (
          <Select<Use>
            label={t('template.useOf')}
            isLabelHidden
            items={uses.map((use) => ({ id: use, label: t(`template.use.${use}`) }))}
            value={ask.use}
            onChange={(use) => onChange({ ...ask, use })}
          />
        )}
        {ask.use !== 'fixed' && (
          <TextArea
            label={t('template.hint')}
            value={ask.hint}
            onChange={(hint) => onChange({ ...ask, hint })}
            lines={2}
            maxLength={300}
          />
        )}
      </fieldset>
    </li>
  )
}
