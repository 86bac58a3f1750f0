import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { useText } from '../text/use-text.ts'
import type { Choice } from './choice.ts'
import { ComboboxFace } from './combobox-face.tsx'
import { useComplaint } from './field.tsx'
import type { TagPickerProps } from './tag-picker-props.ts'
import { useFound } from './use-found.ts'

/** The field itself; see tag-picker.tsx. */
export default function TagPickerField<Item extends Choice>(props: TagPickerProps<Item>) {
  const { value, onChange, isRequired = false } = props
  const [query, setQuery] = useState('')
  const found = useFound(props, query)
  const { complaint, leave } = useComplaint(props, value)
  const choose = (ids: readonly unknown[]) => {
    const known = [...value, ...found.items.filter((item) => !value.some(({ id }) => id === item.id))]
    const chosen = known.filter(({ id }) => ids.includes(id))
    // The list says what is chosen whenever it closes, too: that is no change.
    if (chosen.length !== value.length || chosen.some(({ id }, at) => id !== value[at]?.id)) onChange(chosen)
    setQuery('')
  }
  return (
    <div className="ui-tag-picker" onKeyDownCapture={keepOnLeaving}>
      <ComboBox
        className="ui-field"
        validationBehavior="aria"
        selectionMode="multiple"
        allowsEmptyCollection
        menuTrigger="focus"
        items={found.items}
        inputValue={query}
        onInputChange={setQuery}
        value={value.map(({ id }) => id)}
        onChange={choose}
        onBlur={leave}
        isDisabled={props.isDisabled ?? false}
        autoFocus={props.autoFocus ?? false}
        isRequired={isRequired}
        isInvalid={complaint !== null}
        data-complaint={complaint ?? undefined}
      >
        <ComboboxFace {...props} {...found} complaint={complaint} query={query} />
      </ComboBox>
      {value.length > 0 && (
        <Tags
          label={props.label}
          items={value}
          isDisabled={props.isDisabled ?? false}
          onRemove={(ids) => onChange(value.filter(({ id }) => !ids.has(id)))}
        />
      )}
    </div>
  )
}

/** Tab leaves the list as it is: on a line that is chosen, which a list that opens begins with, it would take it out. */
function keepOnLeaving(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation()
}

interface TagsProps {
  label: string
  items: readonly Choice[]
  isDisabled: boolean
  onRemove: (ids: Set<unknown>) => void
}

function Tags({ label, items, isDisabled, onRemove }: TagsProps) {
  const t = useText()
  return (
    <TagGroup aria-label={label} {...(!isDisabled && { onRemove })}>
      <TagList items={items} className="ui-tags">
        {(item) => (
          <Tag id={item.id} textValue={item.label} className="ui-tag">
            {item.before}
            {item.label}
            {!isDisabled && (
              <Button
                slot="remove"
                className="ui-tag-remove"
                aria-label={t('ui.remove', { label: item.label })}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            )}
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
