import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isAnyToast, watchToasts } from './toasts.ts'

const ToastRegion = lazy(() => import('./toast-region.tsx'))

/** Where messages appear; stands once, at the end of the app. Its code comes with the first message. */
export function Toasts() {
  const isNeeded = useSyncExternalStore(watchToasts, isAnyToast)
  return <Suspense fallback={null}>{isNeeded && <ToastRegion />}</Suspense>
}
