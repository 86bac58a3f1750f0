import autocannon from 'autocannon'

export interface Measured {
  requests: number
  p50: number
  p99: number
  failures: number
}

export interface Drive {
  url: string
  method?: 'GET' | 'POST'
  cookie?: string
  body?: () => unknown
  connections: number
  seconds: number
}

/** Requests per second and latencies (ms) of one address under so many connections; a first second warms it up. */
export async function drive({
  url,
  method = 'GET',
  cookie,
  body,
  connections,
  seconds,
}: Drive): Promise<Measured> {
  const run = (duration: number) =>
    autocannon({
      url,
      connections,
      duration,
      requests: [
        {
          method,
          setupRequest: (request) => ({
            ...request,
            headers: {
              ...(cookie && { cookie }),
              ...(method === 'POST' && {
                'content-type': 'application/json',
                'idempotency-key': crypto.randomUUID(),
              }),
            },
            ...(body && { body: JSON.stringify(body()) }),
          }),
        },
      ],
    })
  await run(1)
  const result = await run(seconds)
  return {
    requests: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
  }
}
