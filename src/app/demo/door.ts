import { sql } from 'kysely'
import { session } from '#people'
import { holdAlone } from '#platform/db/locks'
import type { RequestFacts } from '#platform/http/route'
import { conflict, forbidden } from '#platform/problem'
import { enqueue, nobody, type Scope } from '#platform/scope'
import { enterOrganization, inScope, type Runtime } from '#platform/unit'
import type { DemoPerson, DemoRole, DemoState } from './contract.ts'

interface Build {
  askedAt: string
  done: number
  total: number
  readyAt: string | null
  failed: string | null
  people: DemoPerson[]
  demoOrg: string | null
}

async function readBuild(scope: Scope): Promise<Build | null> {
  const { rows } =
    await sql<Build>`select asked_at, done, total, ready_at, failed, people, demo_org from demo_builds`.execute(
      scope.db,
    )
  return rows[0] ?? null
}

/** Whether the demo is there, or how far it is. */
export async function getDemo(scope: Scope): Promise<DemoState> {
  const build = await readBuild(scope)
  const offered = scope.install.offersDemo
  if (!build) return { offered, state: 'absent', done: 0, total: 1, people: [] }
  const state = build.failed ? 'failed' : build.readyAt ? 'ready' : 'building'
  return { offered, state, done: build.done, total: build.total, people: build.people }
}

/** Has the demo built by a job. A build that failed is tried again from the start. */
export async function askForDemo(scope: Scope): Promise<DemoState> {
  if (!scope.install.offersDemo) throw forbidden('demo.not-offered')
  await holdAlone(scope, 'demo')
  const build = await readBuild(scope)
  if (build && !build.failed) return getDemo(scope)
  await sql`delete from demo_builds`.execute(scope.db)
  await sql`insert into demo_builds (asked_at, total) values (${scope.now.toISOString()}, 1)`.execute(
    scope.db,
  )
  enqueue(scope, { task: 'demo', payload: {}, key: 'demo', attempts: 3 })
  return getDemo(scope)
}

/** Opens a session as one of the demo's people. Only ever in the demo organization. */
export async function enterDemo(scope: Scope, as: DemoRole, request: RequestFacts) {
  const build = await readBuild(scope)
  const memberId = build?.people.find((one) => one.as === as)?.id
  if (!scope.install.offersDemo || !build?.readyAt || !build.demoOrg || !memberId) {
    throw conflict('demo.not-ready')
  }
  await enterOrganization(scope, build.demoOrg)
  const { demo } = await scope.db
    .selectFrom('organizations')
    .select('demo')
    .where('orgId', '=', build.demoOrg)
    .executeTakeFirstOrThrow()
  if (!demo) throw conflict('demo.not-ready')
  // Whoever looks around as administrator may have ended their membership: the next visitor still looks through their eyes.
  await session.bringBack(scope, memberId)
  return session.openSession(scope, memberId, request)
}

/** Shuts the demo where it is no longer offered: whoever still looks around in it is signed out, and so are their programs. */
export async function closeDemo(runtime: Runtime, now: Date): Promise<void> {
  if (runtime.install.offersDemo) return
  const unit = { org: nobody.id, readOnly: false, now }
  await inScope(
    runtime,
    unit,
    () => nobody,
    async (scope) => {
      const { demoOrg } = (await readBuild(scope)) ?? {}
      if (demoOrg) await session.endEveryAccess(await enterOrganization(scope, demoOrg))
    },
  )
}
