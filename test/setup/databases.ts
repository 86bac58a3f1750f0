import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'

/** What a run's setup tells its test files: see postgres.ts. */
export interface Cluster {
  /** The cluster, as its owner. */
  url: string
  /** A migrated database in it that others are cloned from. */
  template: string
  /** The cluster, as the role that the application runs as. */
  appUrl: string
  /** A folder of the run: it notes how long each clone took, and keeps the files of the demo. */
  folder: string
}

/** Where it is noted how long each clone took. */
export const cloneTimes = ({ folder }: Pick<Cluster, 'folder'>) => join(folder, 'clone-times')

const demoOf = (template: string) => `${template}_demo`

/** Makes a database like another one that nobody is connected to, and notes how long it took. */
export async function clone(cluster: Cluster, template: string, name: string): Promise<void> {
  const begun = performance.now()
  await asOwner(cluster.url, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  appendFileSync(cloneTimes(cluster), `${Math.round(performance.now() - begun)}\n`)
}

/** A connection that was closed takes a moment to be gone, and is not ours to end on somebody else's server. */
export const drop = ({ url }: Cluster, name: string) =>
  vi.waitFor(() => asOwner(url, (client) => client.query(`drop database if exists ${name}`)), {
    timeout: 60_000,
    interval: 50,
  })

/** Gives a database another name, once the last connection to it is gone. */
export const rename = ({ url }: Pick<Cluster, 'url'>, name: string, to: string) =>
  vi.waitFor(() => asOwner(url, (client) => client.query(`alter database ${name} rename to ${to}`)), {
    timeout: 60_000,
    interval: 50,
  })

/**
 * The template with the demo in it, and its data folder. Whoever needs it first has it built, the others wait; it gets
 * its name when it is whole.
 */
export async function demoTemplate(
  { url, template, folder }: Cluster,
  build: (database: string, dataDir: string) => Promise<void>,
): Promise<{ template: string; dataDir: string }> {
  const name = demoOf(template)
  const dataDir = join(folder, 'demo')
  const unfinished = `${name}_unfinished`
  await asOwner(url, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`drop database if exists ${unfinished}`)
    await client.query(`create database ${unfinished} template ${template}`)
    await build(unfinished, dataDir)
    await rename({ url }, unfinished, name)
  })
  return { template: name, dataDir }
}

/** Takes the templates away. */
export async function dropTemplates(url: string, template: string): Promise<void> {
  await asOwner(url, async (client) => {
    for (const name of [template, demoOf(template), `${demoOf(template)}_unfinished`])
      await client.query(`drop database if exists ${name} with (force)`)
  })
}

/** Works with a connection as the cluster's owner. What holds a lock gives it back with its connection. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
