import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog } from '#platform/log'

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster, as its owner; and a migrated database in it that others are cloned from. */
    cluster: { url: string; template: string; appUrl: string }
  }
}

/** One PostgreSQL for a run: a fast embedded one, or the one that DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DATABASE_URL
  const folder = external ? null : mkdtempSync(join(tmpdir(), 'cairn-test-'))
  const local = folder
    ? await startLocalPostgres({ dataDir: folder, log: createLog('error'), fast: true })
    : null
  const url = external ?? local?.url ?? ''
  const template = `cairn_template_${process.pid}_${Date.now()}`
  await withAdmin(url, `create database ${template}`)
  const templateUrl = Object.assign(new URL(url), { pathname: template }).href
  const appUrl = await migrate(templateUrl, (error) => process.stderr.write(`${error.message}\n`))
  project.provide('cluster', { url, template, appUrl })
  return async () => {
    if (external) await withAdmin(url, `drop database if exists ${template} with (force)`)
    await local?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

async function withAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
