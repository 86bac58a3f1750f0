import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog } from '#platform/log'
import { asOwner, type Cluster, cloneTimes, dropTemplates } from './databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster
  }
}

/** One PostgreSQL for a run: a fast embedded one, or the one that DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DATABASE_URL
  const { url, end } = external ? { url: external, end: async () => {} } : await embedded()
  try {
    const { template, appUrl } = await makeTemplate(url)
    const folder = mkdtempSync(join(tmpdir(), 'cairn-run-'))
    project.provide('cluster', { url, template, appUrl, folder })
    return async () => {
      sayCloneTimes(cloneTimes({ folder }))
      rmSync(folder, { recursive: true, force: true })
      if (external) await removeTemplate(url, template, appUrl)
      await end()
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** Says how long it took to give each test file its database. */
function sayCloneTimes(file: string): void {
  if (!existsSync(file)) return
  const times = readFileSync(file, 'utf8').trim().split('\n').map(Number)
  times.sort((one, other) => one - other)
  process.stdout.write(
    `\n${times.length} databases cloned from the template, ` +
      `median ${times[Math.floor(times.length / 2)]} ms, slowest ${times.at(-1)} ms.\n`,
  )
}

async function embedded(): Promise<{ url: string; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
  // Where an unprivileged account may enter, the database stays in this folder also for root, and goes with it.
  chmodSync(folder, 0o755)
  const local = await startLocalPostgres({ dataDir: folder, log: createLog('error'), fast: true })
  const end = async () => {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: local.url, end }
}

async function makeTemplate(url: string): Promise<{ template: string; appUrl: string }> {
  const template = `cairn_template_${process.pid}_${Date.now()}`
  await asOwner(url, (client) => client.query(`create database ${template}`))
  const templateUrl = Object.assign(new URL(url), { pathname: template }).href
  const appUrl = await migrate(templateUrl, (error) => process.stderr.write(`${error.message}\n`))
  return { template, appUrl }
}

/** Leaves a database server that is not ours as it was. */
async function removeTemplate(url: string, template: string, appUrl: string): Promise<void> {
  await dropTemplates(url, template)
  await asOwner(url, (client) => client.query(`drop role if exists ${new URL(appUrl).username}`))
}
