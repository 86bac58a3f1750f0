import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Cairn } from '#app/cairn.ts'
import { bodyOf, launched, step } from '#test/campaign.ts'
import type { Person } from '#test/organization.ts'
import { size } from './report.ts'

/** A mail server in a process of its own. */
export async function openSmtp() {
  const child = fork(fileURLToPath(new URL('smtp.ts', import.meta.url)))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { url: `smtp://127.0.0.1:${port}`, close: () => child.disconnect() }
}

/** Launches one campaign after the other and plans its step, until the time is over; answers the seconds of each. */
export async function planAll(
  cairn: Cairn,
  owner: pg.Pool,
  admin: Person,
  org: string,
  isOver: () => boolean,
): Promise<number[]> {
  const took: number[] = []
  for (;;) {
    await endAll(owner)
    await launched(admin, org, bodyOf([step('why')]), `To all, ${took.length + 1}`)
    const start = performance.now()
    await cairn.tasks.campaigns?.({ org })
    took.push((performance.now() - start) / 1000)
    // The last one is sent afterwards.
    if (isOver()) return took
  }
}

/** Ends what runs. */
const endAll = (owner: pg.Pool) => owner.query(`update campaigns set state = 'ended' where state = 'running'`)

/** Does all that is to be done: what is measured afterwards has the jobs to itself. */
export async function settle(cairn: Cairn, owner: pg.Pool): Promise<void> {
  const worker = await cairn.startWorking()
  await untilDone(owner)
  await worker.stop()
}

const untilDone = (owner: pg.Pool) =>
  until(
    async () =>
      (await one(
        owner,
        'select count(*)::int as n from graphile_worker._private_jobs where run_at <= now()',
      )) === 0,
  )

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
  const posted = () =>
    one(
      owner,
      `select count(*)::int as n from feed_audience a join feed_entries e on e.org_id = a.org_id and e.id = a.entry_id
       where e.kind = 'campaign.reached'`,
    )
  await endAll(owner)
  const before = await posted()
  const begun = performance.now()
  await launched(admin, org, bodyOf([step('why', { channel: 'feed' })]), 'To all feeds')
  await untilDone(owner)
  const seconds = (performance.now() - begun) / 1000
  await worker.stop()
  if ((await posted()) - before < size.members) throw new Error('It does not stand in every feed.')
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
