import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { paths } from '#paths'
import { getSession, type Session } from '#people/contract.ts'
import { SignInForm } from '#people/web/index.tsx'
import { refresh } from '#platform/web/refresh'
import { keyOf } from '#platform/web/use'
import { Button, Callout, Dialog, toast } from '#ui'
import { useText } from './text.ts'

/**
 * Over a page whose session has ended (elsewhere, or by its age): says so, and lets its person in again where they
 * are. The page below stays as it is, with what was typed. Somebody else begins at home.
 */
export default function SignedOut({ session }: { session: Session }) {
  const t = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(true)
  // Nobody in the demo has a password: one enters it by its door.
  if (session.organization.demo) return <Navigate to={paths.welcome} replace />
  const enter = (next: Session) => {
    client.setQueryData(keyOf(getSession, {}), next)
    if (next.member.id === session.member.id) {
      toast({ text: t('app.signedOut.back'), tone: 'success' })
      return void refresh(client, ['*'])
    }
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getSession.name })
    return void navigate(paths.home)
  }
  return (
    <>
      {!isOpen && (
        <div className="app-over">
          <Callout
            tone="warning"
            isAlert
            title={t('app.signedOut.title')}
            action={
              <Button look="primary" onPress={() => setOpen(true)}>
                {t('app.signedOut.again')}
              </Button>
            }
          >
            {t('app.signedOut.text')}
          </Callout>
        </div>
      )}
      <Dialog title={t('app.signedOut.title')} isOpen={isOpen} onOpenChange={setOpen} size="sm">
        <p>{t('app.signedOut.text')}</p>
        <SignInForm address={session.member.email} onIn={enter} />
      </Dialog>
    </>
  )
}
