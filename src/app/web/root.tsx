import { useQueryClient } from '@tanstack/react-query'
import { Fragment, lazy, Suspense, useEffect } from 'react'
import { Navigate, useHref, useLocation, useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { getSession } from '#people/contract.ts'
import { getInstallation } from '#people/organization.contract.ts'
import { useTimeZoneOnce } from '#people/web/index.tsx'
import { addressOf } from '#platform/http/call'
import { followChanges } from '#platform/web/live'
import { keyOf, useRead } from '#platform/web/use'
import { ErrorState, KeyboardMap, LinkProvider, Toasts } from '#ui'
import { watchChanges } from '../contract.ts'
import { Behind } from './behind.tsx'
import { browserLocale, Language, OnceWhole } from './language.tsx'
import { PageFailure, PagePlace } from './page-place.tsx'

// Few ever see it: what it asks with comes when it is needed.
const SignedOut = lazy(() => import('./signed-out.tsx'))

/** Addresses that anyone may open. */
const open = [
  paths.welcome,
  paths.signIn,
  paths.forgotten,
  '/reset/',
  '/invitation/',
  '/unsubscribe/',
  '/campaigns/',
  paths.verifyBadge,
  paths.devUi,
  paths.apiDocs,
]
const isOpen = (address: string) => open.some((start) => address.startsWith(start))

/** What the server answers itself is no page of the client. */
const isPage = (address: string) => !address.startsWith('/api/') || address.startsWith(paths.apiDocs)

/** Knows who is there: speaks their language, follows what changes, and shows the door to those who must sign in. */
export function Root() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const session = useRead(getSession, {}, { topics: ['people'], isStrict: true })
  const stranger = session.error?.problem.status === 401
  const isAtDoor = stranger && !session.data
  const installation = useRead(getInstallation, {}, { enabled: isAtDoor })
  const locale = session.data?.member.locale ?? browserLocale()
  useChanges(stranger ? undefined : session.data?.member.id)
  useTimeZoneOnce(stranger ? undefined : session.data)
  if (session.isPending || (isAtDoor && installation.isPending)) return null
  const isHome = Boolean(session.data) && pathname === paths.home
  return (
    <Language locale={locale} isHome={isHome} isHurried={stranger}>
      <LinkProvider
        navigate={(to) => void (isPage(to) ? navigate(to) : location.assign(to))}
        useHref={useHref}
      >
        {session.data || isOpen(pathname) ? (
          <Fragment key={session.data?.member.id ?? ''}>
            <PagePlace />
          </Fragment>
        ) : isAtDoor ? (
          <Door isSetUp={installation.data?.setUp ?? true} />
        ) : (
          <ErrorState isPage onRetry={() => void session.refetch()} />
        )}
        {stranger && session.data && !isOpen(pathname) && (
          <OnceWhole>
            <Suspense fallback={null}>
              <SignedOut session={session.data} />
            </Suspense>
          </OnceWhole>
        )}
        {!stranger && <Behind />}
        <Toasts />
        <KeyboardMap />
      </LinkProvider>
    </Language>
  )
}

/** Sends a stranger to the first visit or to sign in, and back here afterwards. */
function Door({ isSetUp }: { isSetUp: boolean }) {
  const { pathname, search } = useLocation()
  if (!isSetUp) return <Navigate to={paths.welcome} replace />
  const query = pathname === paths.home ? {} : { next: `${pathname}${search}` }
  return <Navigate to={linkTo(paths.signIn, {}, { query })} replace />
}

function useChanges(member: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!member) return
    const askWhoIsThere = () => void client.invalidateQueries({ queryKey: keyOf(getSession, {}) })
    return followChanges(client, addressOf(watchChanges), askWhoIsThere)
  }, [client, member])
}

/** Even the frame broke. */
export const RootFailure = () => (
  <Language locale={browserLocale()} isHome>
    <PageFailure />
  </Language>
)
