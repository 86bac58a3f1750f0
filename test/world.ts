import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject, vi } from 'vitest'
import { type Cairn, cairnOn } from '#app/cairn.ts'
import { addOrganization } from '#people'
import { newId } from '#platform/ids'
import { workUntilIdle } from '#platform/jobs'
import { createLog } from '#platform/log'
import { nobody } from '#platform/scope'
import { inScope } from '#platform/unit'
import { type Organization, organizationOf } from './organization.ts'

/** A Cairn on a database of its own, for one test file. The clock stands still until a test moves it. */
export interface World {
  cairn: Cairn
  /** The database's owner sees behind row-level security: for checks of what is stored, never for set-up. */
  owner: pg.Pool
  now: () => Date
  pass: (time: { minutes?: number; hours?: number; days?: number }) => void
  /** A new organization with its administrator; each test makes its own. */
  organization: (name?: string) => Promise<Organization>
  /** Runs jobs and reactions until none that is due is left. */
  settle: () => Promise<void>
}

/** Gives a test file its world: a clone of the migrated template. Call it at the file's top level. */
export function openWorld(): World {
  const world = {} as World
  const undo: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const { url, template, appUrl, cloneTimes } = inject('cluster')
    const name = `cairn_${newId(new Date()).replaceAll('-', '')}`
    appendFileSync(cloneTimes, `${await admin(url, `create database ${name} template ${template}`)}\n`)
    const dataDir = mkdtempSync(join(tmpdir(), 'cairn-files-'))
    const at = (base: string) => Object.assign(new URL(base), { pathname: name }).href
    Object.assign(world, build(at(url), at(appUrl), dataDir))
    undo.push(
      () => world.cairn.stop(),
      // A connection that was closed takes a moment to be gone, and is not ours to end on somebody else's server.
      () =>
        vi.waitFor(() => admin(url, `drop database if exists ${name}`), { timeout: 10_000, interval: 50 }),
      async () => rmSync(dataDir, { recursive: true, force: true }),
    )
  })
  afterAll(async () => {
    for (const step of undo) await step()
  })
  return world
}

function build(ownerUrl: string, appUrl: string, dataDir: string): World {
  let moment = Date.parse('2026-03-02T09:00:00Z')
  // Every look at the clock is a millisecond later, so that order is never a matter of luck.
  const now = () => new Date(moment++)
  const log = createLog('error')
  const config = {
    dataDir,
    demo: true,
    uploadLimitMb: 20,
    smtpUrl: process.env.TEST_SMTP_URL,
    mailFrom: 'Cairn <cairn@test.example>',
    publicUrl: 'http://cairn.test',
  }
  const cairn = cairnOn({ config, ownerUrl, appUrl, log, now, poolSize: 5 })
  const settle = () => workUntilIdle(cairn.ownerPool, cairn.tasks, log)
  return {
    cairn,
    owner: cairn.ownerPool,
    now,
    settle,
    pass: ({ minutes = 0, hours = 0, days = 0 }) => {
      moment += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
    organization: (name = 'Northwind Gauges') => addTestOrganization(cairn, now, name, settle),
  }
}

/** Adds an organization with its administrator, as the installation itself would. */
export async function addTestOrganization(
  cairn: Cairn,
  now: () => Date,
  name: string,
  settle: () => Promise<void>,
): Promise<Organization> {
  const unit = { org: nobody.id, readOnly: false, now: now() }
  const made = await inScope(
    cairn.runtime,
    unit,
    () => nobody,
    async (scope) => {
      const email = `admin-${newId(new Date())}@northwind.example`
      const ids = await addOrganization(scope, {
        organization: name,
        name: 'Ada Winter',
        email,
        password: null,
        locale: 'en',
      })
      return { ...ids, email, org: scope.org }
    },
  )
  return organizationOf(cairn, now, settle, made)
}

/** Runs a statement as the cluster's owner; gives how many milliseconds it took. */
async function admin(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const begun = performance.now()
    await client.query(statement)
    return Math.round(performance.now() - begun)
  } finally {
    await client.end()
  }
}
