import type { ReactNode } from 'react'
import { Logo } from '#ui'
import './badges.css'

interface ForAnyoneProps {
  title: string
  lead?: string
  children: ReactNode
}

/** The frame of what strangers see of badges. */
export const ForAnyone = ({ title, lead, children }: ForAnyoneProps) => (
  <main className="badge-public">
    <title>{title}</title>
    <header>
      <Logo />
      <h1>{title}</h1>
      {lead && <p className="ui-muted">{lead}</p>}
    </header>
    {children}
  </main>
)
