import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import type { Choice } from './choice.ts'

/** The list that a select or a combobox opens. */
export function Choices({ items, empty }: { items: readonly Choice[]; empty?: ReactNode }) {
  return (
    <ListBox
      className="ui-choices"
      items={items}
      renderEmptyState={() => <div className="ui-choices-empty">{empty}</div>}
    >
      {(item) => (
        <ListBoxItem
          id={item.id}
          textValue={item.label}
          isDisabled={item.isDisabled ?? false}
          className="ui-choice"
        >
          {item.before}
          <span className="ui-choice-words">
            <Text slot="label">{item.label}</Text>
            {item.hint && (
              <Text slot="description" className="ui-choice-hint">
                {item.hint}
              </Text>
            )}
          </span>
          <Check size={16} aria-hidden="true" className="ui-choice-check" />
        </ListBoxItem>
      )}
    </ListBox>
  )
}
