import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../text/use-text.ts'
import type { ListedChoice } from './choice.ts'
import { Choices } from './choices.tsx'
import { FieldComplaint, FieldLabel, type FieldProps } from './field.tsx'
import type { Found } from './use-found.ts'

interface ComboboxFaceProps
  extends Pick<FieldProps<never>, 'label' | 'isLabelHidden' | 'hint' | 'isOptional'> {
  placeholder?: string
  isDisabled?: boolean
  before?: ReactNode
  complaint: string | null
  query: string
  items: readonly ListedChoice[]
  status: Found['status']
}

/** What a field that finds shows: the line to type in and the list below it. */
export function ComboboxFace(props: ComboboxFaceProps) {
  const {
    label,
    isLabelHidden,
    hint,
    isOptional,
    placeholder = '',
    isDisabled,
    before,
    complaint,
    query,
    items,
    status,
  } = props
  const t = useText()
  const idle = t(query ? 'ui.noMatch' : 'ui.typeToSearch', { query })
  return (
    <>
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      <Group className="ui-control" aria-disabled={isDisabled || undefined}>
        {before}
        <Input className="ui-input" placeholder={placeholder} />
        <Button className="ui-control-button" aria-label={t('ui.showChoices')}>
          <ChevronDown size={18} aria-hidden="true" />
        </Button>
      </Group>
      <FieldComplaint complaint={complaint} />
      <Popover className="ui-popover ui-choices-popover" offset={4}>
        {/* The list stands outside of the page and of its window: it is a place of its own. While it is busy it still shows what was found before. */}
        <section className="ui-choices-place" aria-label={label} aria-busy={status === 'searching'}>
          <Choices items={items} empty={status === 'idle' ? idle : t(`ui.${status}`)} />
        </section>
      </Popover>
    </>
  )
}
