import { Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { Outlet, useLocation } from 'react-router'
import { ErrorState } from '#ui'

/** Where a page stands. While it is fetched the one before stays; one that broke says so, and the next is whole again. */
export function PagePlace() {
  const { pathname } = useLocation()
  return (
    <ErrorBoundary
      FallbackComponent={PageFailure}
      onError={(error) => reportError(error)}
      resetKeys={[pathname]}
    >
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </ErrorBoundary>
  )
}

/** What other pages hold is safe. */
export const PageFailure = () => <ErrorState isPage onRetry={() => window.location.reload()} />
