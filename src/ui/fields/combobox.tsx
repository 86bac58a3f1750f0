import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../text/use-text.ts'
import type { Choice } from './choice.ts'
import { Choices } from './choices.tsx'
import { FieldComplaint, FieldLabel, type FieldProps, useComplaint } from './field.tsx'
import { type Search, useFound } from './use-found.ts'

export interface ComboboxProps<Item extends Choice> extends FieldProps<string | null> {
  /** What can be chosen, when it is known; else `search` asks for it. */
  items?: readonly Item[]
  /** Finds items for what is typed (asked after a short pause; a newer question cancels the older one). */
  search?: Search<Item>
  /** The chosen item; null for none. */
  value: Item | null
  onChange: (item: Item | null) => void
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
  /** Empties the field after a choice, to choose another. */
  isReusable?: boolean
}

/** A field that finds what is meant while one types: a person, a topic, a place. */
export function Combobox<Item extends Choice>(props: ComboboxProps<Item>) {
  const { label, isLabelHidden, hint, isOptional, isRequired = false, value, onChange } = props
  const { items, query, setQuery, status } = useFound(props.items, props.search, value?.label ?? '')
  const { complaint, leave } = useComplaint(props, value?.id ?? null)
  const t = useText()
  const choose = (id: unknown) => {
    const chosen = items.find((item) => item.id === id) ?? null
    if (chosen || query === '') onChange(chosen)
    setQuery(props.isReusable || !chosen ? '' : chosen.label)
  }
  const empty = status === 'idle' ? t(query ? 'ui.noMatch' : 'ui.typeToSearch', { query }) : t(`ui.${status}`)
  return (
    <ComboBox
      className="ui-field"
      validationBehavior="aria"
      allowsEmptyCollection
      menuTrigger="focus"
      items={items}
      inputValue={query}
      onInputChange={setQuery}
      value={props.isReusable ? null : (value?.id ?? null)}
      onChange={choose}
      onBlur={leave}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      isRequired={isRequired}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      <Group className="ui-control">
        {!props.isReusable && value?.before}
        <Input className="ui-input" placeholder={props.placeholder ?? ''} />
        <Button className="ui-control-button" aria-label={t('ui.showChoices')}>
          <ChevronDown size={18} aria-hidden="true" />
        </Button>
      </Group>
      <FieldComplaint complaint={complaint} />
      <Popover className="ui-popover ui-choices-popover" offset={4}>
        <Choices items={items} empty={empty} />
      </Popover>
    </ComboBox>
  )
}
