import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'

export interface FigureProps {
  /** The number as it is written, alone or in a few words. */
  children: ReactNode
  /** What stands behind it, for whoever does not see where it stands: "Interested: who". */
  label: string
  /** Shows what stands behind it; without it the figure leads nowhere and is plain text. */
  onShow?: (() => void) | undefined
}

/** A figure that leads to what it counts, where that may be told. */
export function Figure({ children, label, onShow }: FigureProps) {
  if (!onShow) return <span className="ui-figure">{children}</span>
  return (
    <Button className="ui-figure" onPress={onShow}>
      {children}
      <span className="ui-hidden"> {label}</span>
    </Button>
  )
}
