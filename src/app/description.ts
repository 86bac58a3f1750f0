import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openApi } from '#platform/http/openapi'
import { type Route, route } from '#platform/http/route'
import { describeApi } from './contract.ts'

const packageFile = new URL('../../package.json', import.meta.url)

/** The description of the given routes as it is committed (docs/openapi.json) and served (/api/openapi.json). */
export function descriptionOf(routes: readonly Route[]): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const description = openApi(
    routes.map(({ endpoint }) => endpoint),
    version,
  )
  return `${JSON.stringify(description, null, 2)}\n`
}

/** Serves the description; it is made when it is first asked for, and browsers ask whether theirs is still good. */
export function describeRoutes(routes: () => readonly Route[]): Route {
  let made: { text: string; etag: string } | null = null
  const make = () => {
    const text = descriptionOf(routes())
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
  }
  return route(describeApi, async (_, { request }) => {
    made ??= make()
    const { text, etag } = made
    const headers = { etag, 'cache-control': 'public, no-cache' }
    if (request.knows === etag) return new Response(null, { status: 304, headers })
    return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } })
  })
}
