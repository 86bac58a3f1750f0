import { useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { type Choice, listed } from './choice.ts'
import { ComboboxFace } from './combobox-face.tsx'
import type { ComboboxProps } from './combobox-props.ts'
import { useComplaint } from './field.tsx'
import { useFound } from './use-found.ts'

/** The field itself; see combobox.tsx. */
export default function ComboboxField<Item extends Choice>(props: ComboboxProps<Item>) {
  const { value, onChange, isRequired = false } = props
  const [query, setQuery] = useChosenText(value)
  const found = useFound(props, query, value?.label)
  const items = listed(found.items, value)
  const { complaint, leave } = useComplaint(props, value?.id ?? null)
  const type = (text: string) => {
    setQuery(text)
    if (text === '' && value) onChange(null)
  }
  /** Also called when the field is left: what was typed and not chosen gives way to what was chosen. */
  const choose = (id: unknown) => {
    const chosen = found.items.find((item) => item.id === id) ?? (value?.id === id ? value : null)
    if (chosen && chosen.id !== value?.id) onChange(chosen)
    setQuery(chosen?.label ?? '')
  }
  return (
    <ComboBox
      className="ui-field"
      validationBehavior="aria"
      allowsEmptyCollection
      menuTrigger="focus"
      items={items}
      inputValue={query}
      onInputChange={type}
      value={value?.id ?? null}
      onChange={choose}
      onBlur={leave}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      isRequired={isRequired}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <ComboboxFace
        {...props}
        before={value?.before}
        complaint={complaint}
        query={query}
        items={items}
        status={found.status}
      />
    </ComboBox>
  )
}

/** The text of the field: the chosen item's, also when the page changes it, and what is typed since. */
function useChosenText(value: Choice | null): [string, (text: string) => void] {
  const [text, setText] = useState(value?.label ?? '')
  const [seen, setSeen] = useState(value?.id)
  if (seen !== value?.id) {
    setSeen(value?.id)
    setText(value?.label ?? '')
  }
  return [text, setText]
}
