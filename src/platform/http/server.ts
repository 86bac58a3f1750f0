import { availableParallelism } from 'node:os'
import { type Context, Hono } from 'hono'
import { paths } from '#paths'
import type { Log } from '#platform/log'
import { Problem } from '#platform/problem'
import { inReading, inScope, type Runtime } from '#platform/unit'
import { admit, askWho, unauthenticated } from './admit.ts'
import { keeperAtDoor } from './door-answers.ts'
import type { Endpoint } from './endpoint.ts'
import { type Keeper, type KeptAnswer, keeperOfMember, readKey } from './idempotency.ts'
import { type Credentials, type Identity, readCredentials } from './identity.ts'
import { checkInput, readBytes, readJson } from './input.ts'
import { answerOthers } from './methods.ts'
import { problemResponse } from './problems.ts'
import { type RecentActors, recentActors } from './recent.ts'
import { factsOf } from './request.ts'
import { isReply, type Route } from './route.ts'
import { safety, withSafety } from './safety.ts'
import { speechFor } from './speech.ts'
import { takingTurns } from './turns.ts'

export interface ServerOptions {
  runtime: Runtime
  identity: Identity
  now: () => Date
  log: Log
  /** The address browsers use; a write from a page of another origin is refused. */
  origin: string
  /** How many of the last addresses in X-Forwarded-For come from our own proxies; none when left out. */
  trustedProxies?: number | undefined
}

const nowhere = '00000000-0000-0000-0000-000000000000'

/** The HTTP application: every route under /api, each in one transaction. */
export function serve(routes: readonly Route[], options: ServerOptions): Hono {
  const app = new Hono()
  const recent = recentActors()
  for (const route of routes) {
    app.on(route.endpoint.method, `/api${route.endpoint.path}`, async (c) => {
      const response = await answer(c, route, options, recent)
      // Nobody reads it: what it holds on to (a file, an event stream) is let go.
      if (c.req.method === 'HEAD') await response.body?.cancel()
      return response
    })
  }
  const others = answerOthers(
    routes.map(({ endpoint }) => endpoint),
    options.runtime.install.catalog,
  )
  // A page for people among the addresses for programs: the web client shows it.
  app.all('/api/*', (c, next) => (c.req.path === paths.apiDocs ? next() : others(c, next)))
  app.onError((error, c) =>
    problemResponse(error, speechFor(options.runtime.install.catalog, c), options.log, c.req.path),
  )
  return app
}

async function answer(
  c: Context,
  route: Route,
  options: ServerOptions,
  recent: RecentActors,
): Promise<Response> {
  const { endpoint } = route
  const credentials = endpoint.byMailers
    ? null
    : readCredentials(c.req.header('cookie'), c.req.header('authorization'))
  if (endpoint.method === 'GET' && endpoint.access !== 'anyone') {
    if (!credentials) throw unauthenticated()
    return answerRead(c, route, options, { credentials, recent })
  }
  if (!credentials && endpoint.access !== 'anyone') throw unauthenticated()
  return answerInTransaction(c, route, options, credentials)
}

/** A read of somebody signed in. A raw answer may hold on to things, so it is never begun on a guess. */
async function answerRead(
  c: Context,
  route: Route,
  options: ServerOptions,
  { credentials, recent }: { credentials: Credentials; recent: RecentActors },
): Promise<Response> {
  const { endpoint } = route
  const { org } = credentials
  const now = options.now()
  const first = askWho(credentials, options.identity, now)
  const guess = endpoint.raw ? undefined : recent.get(credentials)
  return inReading(
    options.runtime,
    { org, now, first, guess },
    (rows) => {
      const actor = admit(endpoint, credentials, rows, options.identity)
      recent.note(credentials, actor)
      return actor
    },
    async (scope) => {
      const input = checkInput(endpoint, { params: c.req.param(), query: c.req.query(), body: {} })
      const request = factsOf(scope, c, options)
      return finish(endpoint, await route.handler(scope, { ...input, request } as never))
    },
  )
}

/** Every write, and the reads of visitors: one transaction. A write sent again is answered as it was. */
async function answerInTransaction(
  c: Context,
  route: Route,
  options: ServerOptions,
  credentials: Credentials | null,
): Promise<Response> {
  const { endpoint } = route
  const writes = endpoint.method !== 'GET'
  const isKeyed = writes && !endpoint.byMailers
  if (isKeyed) refuseForeignOrigin(c, options)
  const key = isKeyed ? readKey(c.req.header('idempotency-key')) : null
  // All of it is here before a connection is taken: whoever sends slowly keeps nobody waiting.
  const raw = endpoint.raw === 'request'
  const body = writes && !raw ? await readJson(c) : {}
  const bytes = raw ? await readBytes(c) : null
  const keeper = key === null ? null : keeperOf(endpoint, credentials, key)
  const now = options.now()
  const who = credentials && askWho(credentials, options.identity, now)
  const first = [...(who ? [who] : []), ...(keeper?.ask ?? [])]
  const answer = () =>
    inScope(
      options.runtime,
      { org: credentials?.org ?? nowhere, readOnly: !writes, now, first },
      ([who]) => admit(endpoint, credentials, who, options.identity),
      async (scope, rows) => {
        const input = checkInput(endpoint, { params: c.req.param(), query: c.req.query(), body })
        const before = await keeper?.find(scope, rows.at(-1) ?? [], input)
        if (before) return respond({ ...before, headers: { ...before.headers, 'idempotent-replay': 'true' } })
        if (scope.actor.key) await options.identity.noteKey(scope)
        const request = factsOf(scope, c, options, bytes)
        const result = await route.handler(scope, { ...input, request } as never)
        return finish(endpoint, result, (answer) => keeper?.keep(scope, input, answer))
      },
    )
  return endpoint.costly ? inTurn(answer) : answer()
}

/** Who keeps the answer to a write; nobody where sending it twice does no harm. */
function keeperOf(endpoint: Endpoint, credentials: Credentials | null, key: string): Keeper | null {
  if (endpoint.twice) return null
  if (endpoint.access === 'anyone') return keeperAtDoor(endpoint.name, key)
  return credentials && keeperOfMember(credentials.org, endpoint.name, key)
}

// What waits here holds no connection yet: however many sign in at once, everybody else is answered in between.
const inTurn = takingTurns(Math.min(4, availableParallelism()))

/** Browsers say where a write comes from; cookies of a person are not lent to other sites. */
function refuseForeignOrigin(c: Context, options: ServerOptions): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ours = origin === undefined || origin === options.origin || new URL(c.req.url).host === hostOf(origin)
  if ((site === undefined || site === 'same-origin' || site === 'none') && ours) return
  throw new Problem(403, 'access.foreign-origin')
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')

async function finish(
  endpoint: Endpoint,
  made: unknown,
  keep?: (answer: KeptAnswer) => Promise<void> | undefined,
): Promise<Response> {
  if (made instanceof Response) return withSafety(made)
  const [value, headers] = isReply(made) ? [made.result, made.headers] : [made, {}]
  const response = endpoint.status === 204 ? null : endpoint.returns.parse(value)
  const answer = { status: endpoint.status, response, headers }
  await keep?.(answer)
  return respond(answer)
}

function respond({ status, response, headers }: KeptAnswer): Response {
  const all = { ...safety, 'cache-control': 'no-store', ...headers }
  if (status === 204) return new Response(null, { status, headers: all })
  return new Response(JSON.stringify(response), {
    status,
    headers: { 'content-type': 'application/json', ...all },
  })
}
