import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  hint?: ReactNode
  children: ReactNode
}

/** On or off, at once. */
export function Switch({ hint, children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-choice-row ui-switch-row">
      <span className="ui-choice-words">
        {children}
        {hint && <span className="ui-choice-hint">{hint}</span>}
      </span>
      <span className="ui-switch">
        <i />
      </span>
    </AriaSwitch>
  )
}
