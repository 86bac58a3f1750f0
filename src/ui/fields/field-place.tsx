import type { ReactNode } from 'react'

interface FieldPlaceProps {
  label: string
  isLabelHidden?: boolean | undefined
  hint?: ReactNode
}

/** The place of a field whose code is on its way: as high as the field, so that nothing moves when it comes. */
export function FieldPlace({ label, isLabelHidden, hint }: FieldPlaceProps) {
  return (
    <div className="ui-field" aria-hidden="true">
      {!isLabelHidden && <span className="ui-label">{label}</span>}
      {hint && <span className="ui-hint">{hint}</span>}
      <span className="ui-control" />
    </div>
  )
}
