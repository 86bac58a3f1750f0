import { RadioGroup } from '#ui'
import type { listTemplates } from '../template.contract.ts'
import { useText } from './text.ts'

type Template = (typeof listTemplates)['returns']['_output']['items'][number]

interface TemplateChoiceProps {
  templates: readonly Template[]
  value: string | null
  onChange: (key: string | null) => void
}

const none = 'none'

/** What a course begins from: an empty page, or a template that says what stands where. */
export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const t = useText()
  if (templates.length === 0) return null
  return (
    <RadioGroup
      label={t('course.new.template')}
      isFramed
      value={value ?? none}
      onChange={(key) => onChange(key === none ? null : key)}
      items={[
        { id: none, label: t('course.new.noTemplate'), hint: t('course.new.noTemplateHint') },
        ...templates.map((one) => ({
          id: one.key,
          label: one.name,
          hint:
            one.group && one.for
              ? t('template.own', { purpose: one.for, group: one.group.name })
              : (one.group?.name ?? one.for),
        })),
      ]}
    />
  )
}
