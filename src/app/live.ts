import { type Route, route } from '#platform/http/route'
import type { Scope } from '#platform/scope'
import { watchChanges } from './contract.ts'

const beatEvery = 25_000

/** An event stream for one browser: a beat now and then keeps proxies from closing it. */
function streamFor({ install, org, actor }: Scope, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const unsubscribe = install.live.subscribe(org, actor.id, (event) =>
        send(`data: ${JSON.stringify(event)}\n\n`),
      )
      const beat = setInterval(() => send(': beat\n\n'), beatEvery)
      leave = () => {
        clearInterval(beat)
        unsubscribe()
      }
      signal.addEventListener('abort', leave, { once: true })
      send('retry: 2000\n\n')
    },
    cancel: () => leave(),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

export const liveRoutes: Route[] = [
  route(watchChanges, async (scope, { request }) => streamFor(scope, request.signal)),
]
