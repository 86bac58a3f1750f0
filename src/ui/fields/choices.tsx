import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { classNames } from '../class-names.ts'
import type { ListedChoice } from './choice.ts'

/** The list that a select or a combobox opens. */
export function Choices({ items, empty }: { items: readonly ListedChoice[]; empty?: ReactNode }) {
  const isEmpty = items.every(({ isHidden }) => isHidden)
  return (
    <>
      {isEmpty && <div className="ui-choices-empty">{empty}</div>}
      <ListBox className={classNames('ui-choices', isEmpty && 'ui-hidden')} items={items}>
        {(item) => (
          <ListBoxItem
            id={item.id}
            textValue={item.label}
            isDisabled={item.isDisabled ?? false}
            className={item.isHidden ? 'ui-hidden' : 'ui-choice'}
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
    </>
  )
}
