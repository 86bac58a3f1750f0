// First of all: it fixes the order of the style layers, which whoever comes first decides.
import '#ui/css/ui.css'

import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { getSession } from '#people/contract.ts'
import { CallError } from '#platform/http/call'
import { keyOf } from '#platform/web/use'
import { Pages } from './router.tsx'
import './app.css'

/** A refusal will not change by asking again; a line that is down may come back. */
const mayRetry = (count: number, error: Error) =>
  count < 2 && error instanceof CallError && (error.problem.status === 0 || error.problem.status === 503)

/** A write that was refused for want of a session: whoever shows the page asks who is there. */
const noteSignedOut = (error: Error) => {
  if (error instanceof CallError && error.problem.code === 'access.sign-in-needed')
    void client.invalidateQueries({ queryKey: keyOf(getSession, {}) })
}

const client = new QueryClient({
  mutationCache: new MutationCache({ onError: noteSignedOut }),
  defaultOptions: { queries: { staleTime: 30_000, retry: mayRetry, refetchOnWindowFocus: false } },
})

const place = document.getElementById('cairn')
if (!place) throw new Error('The page has no place for Cairn.')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Pages />
    </QueryClientProvider>
  </StrictMode>,
)
