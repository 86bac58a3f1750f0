import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components/Checkbox'

export interface CheckboxProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  hint?: ReactNode
  children: ReactNode
}

/** Yes or no, kept when the form is sent. */
export function Checkbox({ hint, children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-choice-row">
      {({ isIndeterminate }) => (
        <>
          <span className="ui-box">
            {isIndeterminate ? (
              <Minus size={14} aria-hidden="true" />
            ) : (
              <Check size={14} aria-hidden="true" className="ui-box-check" />
            )}
          </span>
          <span className="ui-choice-words">
            {children}
            {hint && <span className="ui-choice-hint">{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}
