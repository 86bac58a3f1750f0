import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { useText } from '../text/use-text.ts'
import type { Choice } from './choice.ts'
import { Combobox, type ComboboxProps } from './combobox.tsx'

export interface TagPickerProps<Item extends Choice>
  extends Omit<ComboboxProps<Item>, 'value' | 'onChange' | 'isReusable' | 'check' | 'isRequired'> {
  value: readonly Item[]
  onChange: (items: readonly Item[]) => void
}

/** Several of many: people, topics. Each choice becomes a tag that can be removed. */
export function TagPicker<Item extends Choice>({ value, onChange, ...rest }: TagPickerProps<Item>) {
  const t = useText()
  const isFree = (item: Item) => !value.some(({ id }) => id === item.id)
  const { search, items } = rest
  return (
    <div className="ui-tag-picker">
      <Combobox
        {...rest}
        {...(items ? { items: items.filter(isFree) } : {})}
        {...(search ? { search } : {})}
        isReusable
        value={null}
        onChange={(item) => item && isFree(item) && onChange([...value, item])}
      />
      {value.length > 0 && (
        <TagGroup
          aria-label={rest.label}
          onRemove={(keys) => onChange(value.filter(({ id }) => !keys.has(id)))}
        >
          <TagList items={value} className="ui-tags">
            {(item) => (
              <Tag id={item.id} textValue={item.label} className="ui-tag">
                {item.before}
                {item.label}
                <Button
                  slot="remove"
                  className="ui-tag-remove"
                  aria-label={t('ui.remove', { label: item.label })}
                >
                  <X size={14} aria-hidden="true" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
    </div>
  )
}
