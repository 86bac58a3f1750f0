import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { FieldLabel } from './field.tsx'

export interface PictureChoiceProps<Id extends string> {
  label: string
  /** `label` names a picture for those who do not see it. */
  items: readonly { id: Id; label: string; picture: ReactNode }[]
  value: Id | null
  onChange: (id: Id) => void
}

/** One of several pictures, all in sight: a colour, a drawing. */
export function PictureChoice<Id extends string>({ label, items, value, onChange }: PictureChoiceProps<Id>) {
  return (
    <RadioGroup
      className="ui-field"
      value={value}
      orientation="horizontal"
      onChange={(id) => {
        const chosen = items.find((item) => item.id === id)
        if (chosen) onChange(chosen.id)
      }}
    >
      <FieldLabel label={label} />
      <div className="ui-pictures">
        {items.map((item) => (
          <Radio key={item.id} value={item.id} aria-label={item.label} className="ui-picture">
            {item.picture}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
