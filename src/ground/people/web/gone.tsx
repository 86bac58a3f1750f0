import type { ReactNode } from 'react'
import { paths } from '#paths'
import type { CallError } from '#platform/http/call'
import { Callout, LinkButton } from '#ui'
import { Door } from './door.tsx'
import { useText } from './text.ts'

interface GoneProps {
  error: CallError
  /** How to come by another link. */
  children?: ReactNode
}

/** A link that leads nowhere any more, with why; one that was not copied whole is no id to the server. */
export function Gone({ error, children }: GoneProps) {
  const t = useText()
  return (
    <Door title={t('people.gone.title')}>
      <Callout tone="warning">
        {error.problem.status === 422 ? t('people.gone.broken') : error.message}
      </Callout>
      {children}
      <LinkButton href={paths.signIn} look={children ? 'soft' : 'primary'}>
        {t('people.toSignIn')}
      </LinkButton>
    </Door>
  )
}
