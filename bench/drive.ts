import autocannon from 'autocannon'

export interface Measured {
  requests: number
  p50: number
  p99: number
  failures: number
}

/** Seconds for the compiler of the server to catch up with what it is asked now. */
export const usualWarmUp = 3

export interface Drive {
  /** One address, or several that are asked in turn. */
  url: string | string[]
  method?: 'GET' | 'POST'
  cookie?: string
  body?: () => unknown
  connections: number
  seconds: number
  warmUp?: number
}

/** Requests per second and latencies (ms) of one address under so many connections, after some seconds of warming up. */
export async function drive({
  url,
  method = 'GET',
  cookie,
  body,
  connections,
  seconds,
  warmUp = usualWarmUp,
}: Drive): Promise<Measured> {
  const urls = [url].flat()
  const headers = {
    ...(cookie && { cookie }),
    ...(method === 'POST' && { 'content-type': 'application/json' }),
  }
  const run = (duration: number) =>
    autocannon({
      url: urls[0] ?? '',
      connections,
      duration,
      requests: urls.map((one) => ({
        method,
        path: new URL(one).pathname + new URL(one).search,
        headers,
        ...(body && {
          setupRequest: (request: autocannon.Request) => ({
            ...request,
            headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(body()),
          }),
        }),
      })),
    })
  if (warmUp > 0) await run(warmUp)
  const result = await run(seconds)
  return {
    requests: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
  }
}
