import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { type Cairn, cairnOn } from '#app/cairn.ts'
import * as demo from '#app/demo/contract.ts'
import { founding } from '#people'
import { newId } from '#platform/ids'
import { createLog } from '#platform/log'
import { nobody, type Scope } from '#platform/scope'
import { inScope } from '#platform/unit'
import { type Organization, organizationOf, personWith } from './organization.ts'
import { settleJobs, tellFailedJobs } from './settle.ts'
import { clone, demoTemplate, drop, rename } from './setup/databases.ts'

const begin = Date.parse('2026-03-02T09:00:00Z')
const hour = 3_600_000
/** For a first world that builds the demo, and for those that wait for it, on a slow machine. */
const patience = 300_000

/** A Cairn on a database of its own, for one test file. The clock stands still until a test moves it. */
export interface World {
  cairn: Cairn
  /** The database's owner, for what belongs to no organization: elsewhere one who is no superuser sees no rows. */
  owner: pg.Pool
  now: () => Date
  pass: (time: { minutes?: number; hours?: number; days?: number }) => void
  /** A new organization with its administrator; each test makes its own. */
  organization: (name?: string) => Promise<Organization>
  /** What is stored of an organization, in rows with camelCase names, as row-level security shows it to the product. */
  stored: <Row extends object>(org: string, statement: string, ...values: unknown[]) => Promise<Row[]>
  /** Runs jobs and reactions until none that is due is left. */
  settle: () => Promise<void>
  /** Keeps what is stored, and the moment it is, for `rewind`. */
  keep: () => Promise<void>
  /** Brings back what was kept, with everybody's sessions: as if nothing had happened since. */
  rewind: () => Promise<void>
}

/**
 * Gives a test file its world: a clone of the migrated template, or of one in which the demo stands too, which is built
 * once for the whole run. Its mails go to `smtpUrl`, or into its folder. Call it at the file's top level.
 */
export function openWorld(options: { demo?: boolean; smtpUrl?: string } = {}): World {
  const world = {} as World
  const undo: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const cluster = inject('cluster')
    const from = options.demo
      ? await demoTemplate(cluster, buildDemo)
      : { template: cluster.template, dataDir: undefined }
    const name = `cairn_${newId(new Date()).replaceAll('-', '')}`
    await clone(cluster, from.template, name)
    const dataDir = mkdtempSync(join(tmpdir(), 'cairn-files-'))
    if (from.dataDir) cpSync(from.dataDir, dataDir, { recursive: true })
    // Those who enter the demo come after all that happened in it.
    const built = build(name, dataDir, options.demo ? begin + hour : begin, options.smtpUrl)
    Object.defineProperties(world, Object.getOwnPropertyDescriptors(built))
    undo.push(
      () => world.cairn.stop(),
      () => drop(cluster, name),
      () => drop(cluster, keptOf(name)),
      async () => rmSync(dataDir, { recursive: true, force: true }),
    )
  }, patience)
  tellFailedJobs(() => world.owner)
  afterAll(async () => {
    for (const step of undo) await step()
  }, patience)
  return world
}

/** Has the demo built in a database, as its first visitor does. */
async function buildDemo(database: string, dataDir: string): Promise<void> {
  const { cairn, settle } = build(database, dataDir, begin)
  const stranger = personWith(cairn, { id: '', name: '', email: '', cookie: '' })
  try {
    await stranger.does(demo.askForDemo)
    await settle()
    expect(await stranger.does(demo.getDemo)).toMatchObject({ state: 'ready' })
  } finally {
    await cairn.stop()
  }
}

function build(database: string, dataDir: string, begin: number, smtpUrl?: string): World {
  const { url, appUrl } = inject('cluster')
  const at = (base: string) => Object.assign(new URL(base), { pathname: database }).href
  let moment = begin
  // Every look at the clock is a millisecond later, so that order is never a matter of luck.
  const now = () => new Date(moment++)
  const log = createLog('error')
  const config = {
    dataDir,
    demo: true,
    uploadLimitMb: 20,
    smtpUrl,
    mailFrom: 'Cairn <cairn@test.example>',
    publicUrl: 'http://cairn.test',
  }
  const open = () => cairnOn({ config, ownerUrl: at(url), appUrl: at(appUrl), log, now, poolSize: 5 })
  const cairn = open()
  const settle = () => settleJobs(cairn.ownerPool, cairn.tasks, log)
  return {
    cairn,
    get owner() {
      return cairn.ownerPool
    },
    ...keeping(database, cairn, open, {
      read: () => moment,
      set: (at) => {
        moment = at
      },
    }),
    now,
    settle,
    stored: async <Row extends object>(org: string, statement: string, ...values: unknown[]) => {
      const unit = { org, readOnly: true, now: new Date(moment) }
      const asked = CompiledQuery.raw(statement, values) as CompiledQuery<Row>
      const look = ({ db }: Scope) => db.executeQuery(asked)
      return (await inScope(cairn.runtime, unit, () => nobody, look)).rows
    },
    pass: ({ minutes = 0, hours = 0, days = 0 }) => {
      moment += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
    organization: (name = 'Northwind Gauges') => addTestOrganization(cairn, now, name, settle),
  }
}

const keptOf = (database: string) => `${database}_kept`

/** Keeps a database beside itself and brings it back, with another Cairn in place of the one that everybody holds. */
function keeping(
  database: string,
  cairn: Cairn,
  open: () => Cairn,
  clock: { read: () => number; set: (moment: number) => void },
): Pick<World, 'keep' | 'rewind'> {
  const cluster = inject('cluster')
  let kept = 0
  return {
    keep: async () => {
      kept = clock.read()
      await cairn.stop()
      await rename(cluster, database, keptOf(database))
      await clone(cluster, keptOf(database), database)
      Object.assign(cairn, open())
    },
    rewind: async () => {
      clock.set(kept)
      await cairn.stop()
      await drop(cluster, database)
      await clone(cluster, keptOf(database), database)
      Object.assign(cairn, open())
    },
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
      const ids = await founding.addOrganization(scope, {
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
