import type { z } from 'zod'
import { CallError, type CallInput, call, freshKey } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'

/** The keys of writes to which no answer came: as long as it is still the same wish to send them again. */
const unanswered = new Map<string, { key: string; at: number }>()
const sameWishFor = 60_000

/** The server answered, and what it said holds; otherwise it may have done the write all the same. */
const isAnswered = (error: unknown) =>
  error instanceof CallError && error.problem.status !== 0 && error.problem.status < 500

/**
 * Sends a write. One that is sent again just as it was, because no answer to it came, has the key it had: the server
 * does it once and says what it said then. After any other write it is a new one: it may be wanted a second time.
 */
export async function sendWrite<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
): Promise<z.output<E['returns']>> {
  if (input.key || input.body instanceof Blob) return call(endpoint, input)
  const said = JSON.stringify([endpoint.name, input.params, input.query, input.body])
  const before = unanswered.get(said)
  const isSame = before !== undefined && Date.now() - before.at < sameWishFor
  const key = isSame ? before.key : freshKey()
  try {
    const answer = await call(endpoint, { ...input, key })
    unanswered.clear()
    return answer
  } catch (error) {
    if (isAnswered(error)) unanswered.clear()
    else unanswered.set(said, { key, at: Date.now() })
    throw error
  }
}
