import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '#paths'
import { keyOf } from '#platform/web/use'
import { Logo } from '#ui'
import { getSession, type Session } from '../contract.ts'
import './door.css'

/** The frame of pages for people who are not signed in: the mark, a heading, a card. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className="door">
      <title>{title}</title>
      <Logo />
      <h1>{title}</h1>
      {lead && <p className="door-lead">{lead}</p>}
      {children}
    </main>
  )
}

/**
 * Goes in with a new session: to `next`, to the page one wanted, or home. Only addresses of this client are followed.
 * What was read for another person is forgotten.
 */
export function useEntrance(to?: string): (session: Session) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const next = to ?? search.get('next') ?? paths.home
  return (session) => {
    client.clear()
    client.setQueryData(keyOf(getSession, {}), session)
    void navigate(/^\/(?![/\\])/.test(next) ? next : paths.home, { replace: true })
  }
}
