import type { Context, Handler } from 'hono'
import type { Catalog } from '#platform/i18n/catalog'
import { Problem } from '#platform/problem'
import type { Endpoint } from './endpoint.ts'
import { problemResponse } from './problems.ts'
import { safety } from './safety.ts'
import { speechFor } from './speech.ts'

/** Answers what no route does: the ways an address may be asked (405, OPTIONS), or that there is no such address. */
export function answerOthers(endpoints: readonly Endpoint[], catalog: Catalog): Handler {
  const places = endpoints.map(({ method, path }) => ({
    method,
    fits: new RegExp(`^/api${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  return (c: Context) => {
    const say = speechFor(catalog, c)
    const known = places.filter(({ fits }) => fits.test(c.req.path)).map(({ method }) => method)
    if (known.length === 0) return problemResponse(new Problem(404, 'http.no-such-address'), say)
    const allow = [...known.flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : method)), 'OPTIONS']
    const headers = { ...safety, allow: allow.join(', ') }
    if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers })
    const refusal = problemResponse(new Problem(405, 'http.method', { allow: headers.allow }), say)
    refusal.headers.set('allow', headers.allow)
    return refusal
  }
}
