import { type Route, route } from '#platform/http/route'
import type { LiveEvent } from '#platform/live'
import type { Scope } from '#platform/scope'
import { veiled } from '#platform/topic'
import { watchChanges } from './contract.ts'

const beatEvery = 25_000
/** A stream ends within this time, and its browser asks anew: a session that ran out is noticed then. */
const longest = 3_600_000
/** What a browser has not read yet is kept as words, each once; with more of them it looks at everything. */
const mostWords = 50
const everything = '*'

/**
 * Speaks to one browser. To one that does not read nothing is sent; what it missed waits for it in one event, which
 * cannot grow.
 */
function voiceOn(controller: ReadableStreamDefaultController<Uint8Array>) {
  const encoder = new TextEncoder()
  const waiting = new Set<string>()
  const reads = () => (controller.desiredSize ?? 0) > 0
  const say = (text: string) => controller.enqueue(encoder.encode(text))
  const flush = () => {
    if (waiting.size === 0 || !reads()) return
    const topics = [...waiting]
    // First: whoever waits for the next words takes these, and asks for more, before `say` returns.
    waiting.clear()
    say(`data: ${JSON.stringify({ topics })}\n\n`)
  }
  const send = ({ topics }: LiveEvent) => {
    if (!waiting.has(everything)) for (const topic of topics) waiting.add(veiled(topic))
    if (waiting.size > mostWords) {
      waiting.clear()
      waiting.add(everything)
    }
    flush()
  }
  say('retry: 2000\n\n')
  /** Its browser does not come back by itself, but when somebody looks at its window again. */
  const giveWay = () => say('event: crowded\ndata: {}\n\n')
  return { send, flush, giveWay, beat: () => reads() && say(': beat\n\n') }
}

/** An event stream for one browser: a beat now and then keeps proxies from closing it. */
function streamFor({ install, org, actor }: Scope, ago: number | undefined, signal: AbortSignal): Response {
  let leave = () => {}
  let flush = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const voice = voiceOn(controller)
      const end = (why: 'over' | 'crowded') => {
        leave()
        if (why === 'crowded') voice.giveWay()
        controller.close()
      }
      const { id: member, session } = actor
      const unsubscribe = install.live.subscribe({ org, member, session, send: voice.send, end }, ago)
      const beats = setInterval(voice.beat, beatEvery)
      const over = setTimeout(end, longest * (0.5 + Math.random() / 2), 'over')
      flush = voice.flush
      leave = () => {
        clearInterval(beats)
        clearTimeout(over)
        unsubscribe()
      }
      signal.addEventListener('abort', leave, { once: true })
    },
    pull: () => flush(),
    cancel: () => leave(),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

export const liveRoutes: Route[] = [
  route(watchChanges, async (scope, { query, request }) => streamFor(scope, query.ago, request.signal)),
]
