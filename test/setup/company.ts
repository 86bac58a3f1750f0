import { tmpdir } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { vi } from 'vitest'
import { cairnOn } from '#app/cairn.ts'
import { connect } from '#platform/db/connect'
import { migrate } from '#platform/db/migrate'
import { addressOf, type ProblemBody } from '#platform/http/call'
import { createLog } from '#platform/log'
import type { Organization, Person } from '../organization.ts'
import { addTestOrganization } from '../world.ts'
import type { Player, Players } from './story.ts'

const names = { needs: 'Ines Duarte', writes: 'Tomas Lindqvist', reviews: 'Priya Nair' }
const learners = ['Mei Tanaka', 'Ola Berg', 'Sam Reed']

/** The cast of the story in an organization. */
export async function castOf(org: Organization, learning: readonly string[] = learners) {
  return {
    needs: await org.person(names.needs),
    writes: await org.person(names.writes, 'leader'),
    reviews: await org.person(names.reviews, 'reviewer'),
    learn: await Promise.all(learning.map((name) => org.person(name))),
  } satisfies Players
}

/**
 * Makes an organization with the cast of the story in the database at `ownerUrl`, beside the server that uses it, signs its
 * leader in with so many more browsers, and has others learn in it where they are named.
 */
export async function companyIn(ownerUrl: string, browsers = 0, learning: readonly string[] = learners) {
  const log = createLog('error')
  const appUrl = await migrate(ownerUrl, (error) => log.error('migrating', { error }))
  const config = {
    dataDir: tmpdir(),
    demo: false,
    uploadLimitMb: 20,
    smtpUrl: undefined,
    mailFrom: 'Cairn <cairn@test.example>',
    publicUrl: 'http://cairn.test',
  }
  const cairn = cairnOn({ config, ownerUrl, appUrl, log, poolSize: 2 })
  try {
    const now = () => new Date()
    const org = await addTestOrganization(cairn, now, 'Northwind Gauges', async () => {})
    const cast = await castOf(org, learning)
    const admin = await org.admin()
    const more: Person[] = []
    while (more.length < browsers) more.push(await org.again(cast.writes))
    return { org: org.id, root: org.root, cast, admin, more }
  } finally {
    await cairn.stop()
  }
}

/** The way to a server that may be gone: each call is tried until it is answered. */
export interface Wire {
  url: () => string
  /** Told before each try; a test kills something then. */
  onTry?: () => void
  /** How each try ended: a status, or that it was cut off. */
  outcomes: Map<string, number>
  /** Each write is sent once more after its answer, as by a browser that did not hear it: it must hear the same. */
  sendsTwice?: boolean
}

const patience = { timeout: 180_000, interval: 100 }
const parsed = (text: string): unknown => (text === '' ? null : JSON.parse(text))
const isAway = (text: string) => (JSON.parse(text) as ProblemBody).code === 'server.database-away'

/** Sends a request again and again until it is answered; gives the status and the text. */
const answered = (wire: Wire, address: string, request: RequestInit): Promise<[number, string]> =>
  vi.waitFor(async () => {
    wire.onTry?.()
    const response = await fetch(`${wire.url()}${address}`, request).catch(() => null)
    const text = (await response?.text().catch(() => null)) ?? null
    const outcome = response && text !== null ? String(response.status) : 'cut off'
    wire.outcomes.set(outcome, (wire.outcomes.get(outcome) ?? 0) + 1)
    if (!response || text === null || (response.status === 503 && isAway(text)))
      throw new Error(`${address} was not answered within ${patience.timeout} ms.`)
    return [response.status, text]
  }, patience)

/** A person at the other end of a wire, who sends a call again under its key until it is answered. */
export function playerOn(wire: Wire, { id, cookie }: Person): Player {
  return {
    id,
    does: async (endpoint, input = {}) => {
      const address = addressOf(endpoint, input)
      const writes = endpoint.method !== 'GET'
      const key = crypto.randomUUID()
      const request = {
        method: endpoint.method,
        headers: { cookie, 'idempotency-key': key, 'content-type': 'application/json' },
        ...(writes && { body: JSON.stringify(input.body ?? {}) }),
      }
      const [status, text] = await answered(wire, address, request)
      if (status >= 400) throw new Error(`${endpoint.name} answered ${status}: ${text}`)
      if (writes && wire.sendsTwice) {
        const [again, same] = await answered(wire, address, request)
        if (again !== status || !isDeepStrictEqual(parsed(same), parsed(text)))
          throw new Error(`${endpoint.name} answered ${status} ${text}, and then ${again} ${same}`)
      }
      return parsed(text) as never
    },
  }
}

/** The same cast, each behind the wire. */
export const behind = (wire: Wire, cast: Awaited<ReturnType<typeof castOf>>): Players => ({
  needs: playerOn(wire, cast.needs),
  writes: playerOn(wire, cast.writes),
  reviews: playerOn(wire, cast.reviews),
  learn: cast.learn.map((one) => playerOn(wire, one)),
})

const tables = [
  'needs',
  'voices',
  'claims',
  'courses',
  'course_versions',
  'reviews',
  'reviewers',
  'findings',
  'enrollments',
  'step_progress',
  'answers',
  'comments',
  'reactions',
  'kudos',
  'journeys',
  'feed_entries',
  'feed_audience',
  'search_entries',
]

/** How much of everything is stored for an organization: rows by table, facts by type, deliveries by reaction. */
export async function stored(owner: pg.Pool, org: string): Promise<Record<string, number>> {
  const counts = [
    ...tables.map((table) => `select '${table}' as what, count(*)::int as n from ${table} where org_id = $1`),
    `select 'fact ' || type, count(*)::int from facts where org_id = $1 and type <> 'member.signed-in' group by type`,
    'select reaction, count(*)::int from deliveries where org_id = $1 group by reaction',
  ]
  // Row-level security binds the owner too.
  const client = await owner.connect()
  try {
    await client.query(`select set_config('app.org', $1, false)`, [org])
    const { rows } = await client.query(`${counts.join(' union all ')} order by 1`, [org])
    return Object.fromEntries(rows.map(({ what, n }) => [what, n]))
  } finally {
    client.release(true)
  }
}

/** Waits until no job is left that could still run before the night; the turns of reviews run out in days. Throws with what is left when that does not come. */
export const settled = (owner: pg.Pool): Promise<void> =>
  vi.waitFor(async () => {
    const { rows } = await owner.query(
      "select task_identifier, attempts, locked_at, run_at, last_error from graphile_worker.jobs where task_identifier <> 'upkeep' and (task_identifier <> 'review-turn' or run_at <= now())",
    )
    if (rows.length > 0) throw new Error(`Jobs are left: ${JSON.stringify(rows.slice(0, 5))}`)
  }, patience)

/** A pool as the owner of the embedded database, for looking behind the scenes while things break. */
export const ownerPoolAt = (url: string) => connect(url, { max: 2, onError: () => undefined })
