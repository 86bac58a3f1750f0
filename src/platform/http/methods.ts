import type { Context, Handler } from 'hono'
import { Problem } from '#platform/problem'
import type { Endpoint } from './endpoint.ts'
import { problemResponse } from './problems.ts'
import { safety } from './safety.ts'

/** Answers what no route does: the ways an address may be asked (405, OPTIONS), or that there is no such address. */
export function answerOthers(endpoints: readonly Endpoint[]): Handler {
  const places = endpoints.map(({ method, path }) => ({
    method,
    fits: new RegExp(`^/api${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  return (c: Context) => {
    const known = places.filter(({ fits }) => fits.test(c.req.path)).map(({ method }) => method)
    if (known.length === 0)
      return problemResponse(new Problem(404, 'http.no-such-address', 'Nothing answers at this address.'))
    const allow = [...known.flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : method)), 'OPTIONS']
    const headers = { ...safety, allow: allow.join(', ') }
    if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers })
    const detail = `This address is asked with ${allow.join(', ')}.`
    const refusal = problemResponse(new Problem(405, 'http.method', detail))
    refusal.headers.set('allow', headers.allow)
    return refusal
  }
}
