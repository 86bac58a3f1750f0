import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type pg from 'pg'
import type { Cairn } from '#app/cairn.ts'
import { endCampaign } from '#campaigns/campaign.contract.ts'
import { bodyOf, launched, step } from '#test/campaign.ts'
import type { Person } from '#test/organization.ts'
import { drive, usualWarmUp } from '../drive.ts'
import type { Loaded } from '../load.ts'
import { type Beside, size } from './report.ts'

/** A mail server in a process of its own. */
export async function openSmtp() {
  const child = fork(fileURLToPath(new URL('smtp.ts', import.meta.url)))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { url: `smtp://127.0.0.1:${port}`, close: () => child.disconnect() }
}

/** The site, and what its visitors read of it: home, a step of a course, a search. */
export async function openSite(cairn: Cairn, { cookie, courseId, stepId }: Loaded) {
  const server = serve({ fetch: cairn.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const url = [
    ...[`${base}/feed`, `${base}/needs?limit=4`, `${base}/courses/${courseId}/steps/${stepId}`],
    `${base}/search?q=zero`,
  ]
  const read = (warmUp = usualWarmUp) =>
    drive({ url, cookie, connections: 4, seconds: size.seconds, rate: size.rate, warmUp })
  return { read, close: () => server.close() }
}

type Site = Awaited<ReturnType<typeof openSite>>

/** Reads of the site alone, and the same beside work that goes on until they are over. */
export async function measureBeside(
  { read }: Site,
  work: (isOver: () => boolean) => Promise<void>,
): Promise<Beside> {
  // Every page has been read once.
  await read()
  const alone = await read()
  let isOver = false
  const [beside] = await Promise.all([
    read(0).finally(() => {
      isOver = true
    }),
    work(() => isOver),
  ])
  if (alone.failures + beside.failures > 0) throw new Error('The site did not answer every read.')
  return { alone: alone.p99, beside: beside.p99, medianAlone: alone.p50, medianBeside: beside.p50 }
}

/** Launches one campaign after the other and plans its step, until the time is over; answers the seconds of each. */
export async function planAll(cairn: Cairn, admin: Person, org: string, isOver: () => boolean) {
  const took: number[] = []
  for (;;) {
    const { id } = await launched(admin, org, bodyOf([step('why')]), `To all, ${took.length + 1}`)
    const start = performance.now()
    await cairn.tasks.campaigns?.({ org })
    took.push((performance.now() - start) / 1000)
    // The last one is sent afterwards.
    if (isOver()) return took
    await admin.does(endCampaign, { params: { campaignId: id } })
  }
}

/** How many mails the jobs of a server send in which time, until it is over. */
export async function sendAll(cairn: Cairn, owner: pg.Pool, isOver: () => boolean) {
  const sent = () => one(owner, `select count(*)::int as n from campaign_sends where state = 'sent'`)
  const [begun, before] = [performance.now(), await sent()]
  const worker = await cairn.startWorking()
  await until(isOver)
  const mails = { sent: (await sent()) - before, seconds: (performance.now() - begun) / 1000 }
  await worker.stop()
  return mails
}

/** The seconds until a step that is posted stands in the last feed, the jobs of a server doing it. */
export async function postToAll(cairn: Cairn, owner: pg.Pool, admin: Person, org: string): Promise<number> {
  const worker = await cairn.startWorking()
  const begun = performance.now()
  await launched(admin, org, bodyOf([step('why', { channel: 'feed' })]), 'To all feeds')
  const posted = () =>
    one(
      owner,
      `select count(*)::int as n from feed_audience a join feed_entries e on e.org_id = a.org_id and e.id = a.entry_id
       where e.kind = 'campaign.reached'`,
    )
  await until(async () => (await posted()) >= size.members)
  const seconds = (performance.now() - begun) / 1000
  await worker.stop()
  return seconds
}

async function one(owner: pg.Pool, statement: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(statement)
  return rows[0]?.n ?? 0
}

/** Looks again and again whether something is so, for ten minutes at most. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 600_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It is not done after ten minutes.')
    await pause(200)
  }
}
