import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type pg from 'pg'
import { type Cairn, cairnOn } from '#app/cairn.ts'
import * as campaigns from '#campaigns/campaign.contract.ts'
import type { Condition } from '#campaigns/language.ts'
import { bodyOf, campaignOf, step } from '#test/campaign.ts'
import type { Person } from '#test/organization.ts'
import { configOf, log, newFolder, onDatabase } from '../database.ts'
import { drive } from '../drive.ts'
import { addEmpty, enter, type Made } from '../review/enter.ts'
import { quantile } from '../review/measures.ts'
import { type Counted, report, size } from './report.ts'

/** So many people in some zones, of whom a third was here within the last month; nobody completed anything. */
async function fill(owner: pg.Pool, { org, groupId }: Made): Promise<void> {
  await owner.query(
    `insert into members (org_id, id, email, name, title, locale, joined_at, time_zone)
     select $1, gen_random_uuid(), 'm' || n || '@bench.example', 'Member ' || n,
       (array['Technician', 'Engineer', 'Clerk'])[1 + n % 3], (array['en', 'fr'])[1 + n % 2], now() - interval '1 year',
       (array['Europe/Paris', 'America/New_York', 'Asia/Tokyo'])[1 + n % 3]
     from generate_series(1, $2::int) n`,
    [org, size.members - 1],
  )
  await owner.query(
    `insert into roles (org_id, group_id, member_id, role, granted_at)
     select org_id, $2, id, case when id < 'f0000000-0000-0000-0000-000000000000' then 'learner' else 'leader' end, now()
     from members where org_id = $1 on conflict do nothing`,
    [org, groupId],
  )
  await owner.query(
    `insert into facts (org_id, id, type, actor_id, at, data)
     select m.org_id, (left(uuid_at(at)::text, 15) || substr(gen_random_uuid()::text, 16))::uuid, 'member.signed-in', m.id, at,
       jsonb_build_object('memberId', m.id, 'sessionId', m.id)
     from (select org_id, id, now() - make_interval(days => (row_number() over ())::int % 90) as at from members
       where org_id = $1) m`,
    [org],
  )
  await owner.query('vacuum analyze members, roles, facts')
}

const audiences: { what: string; conditions: Condition[] }[] = [
  { what: 'everybody', conditions: [] },
  { what: 'who leads nowhere', conditions: [{ is: 'role', roles: ['leader'], not: true }] },
  { what: 'who was here within 30 days', conditions: [{ is: 'active', days: 30, not: false }] },
  {
    what: 'engineers who read French, were here within 30 days, and completed nothing',
    conditions: [
      { is: 'title', has: 'engineer', not: false },
      { is: 'language', locale: 'fr', not: false },
      { is: 'active', days: 30, not: false },
      { is: 'completed', days: 365, not: true },
    ],
  },
]

async function count(admin: Person, { groupId }: Made): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const { what, conditions } of audiences) {
    const audience = { groupIds: [], match: 'all' as const, conditions }
    const { id } = await campaignOf(admin, groupId, bodyOf([step('why')], { audience }), what)
    const params = { campaignId: id }
    const took: number[] = []
    let people = 0
    for (let turn = -5; turn < size.counts; turn += 1) {
      const start = performance.now()
      people = (await admin.does(campaigns.countAudience, { params })).count
      if (turn >= 0) took.push(performance.now() - start)
    }
    took.sort((a, b) => a - b)
    counted.push({ what, people, median: quantile(took, 0.5), p99: quantile(took, 0.99) })
  }
  return counted
}

/** A mail server in a process of its own. */
async function openSmtp() {
  const child = fork(fileURLToPath(new URL('smtp.ts', import.meta.url)))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { url: `smtp://127.0.0.1:${port}`, close: () => child.disconnect() }
}

/** Sends until the time is over: as the jobs do, one after the other. */
async function send(cairn: Cairn, { org }: Made, until: () => boolean): Promise<void> {
  while (!until()) await cairn.tasks['campaign-mails']?.({ org })
}

/** Reads of the feed, alone and beside the sending. */
async function measureSending(cairn: Cairn, owner: pg.Pool, made: Made, cookie: string) {
  const server = serve({ fetch: cairn.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/feed`
  const read = () => drive({ url, cookie, connections: 4, seconds: size.seconds, rate: size.rate })
  // What planning a step for everybody left behind is over, and every page has been read once.
  await read()
  const alone = await read()
  const sent = async () => {
    const { rows } = await owner.query<{ sent: number }>(
      `select count(*)::int as sent from campaign_sends where state = 'sent'`,
    )
    return rows[0]?.sent ?? 0
  }
  let isOver = false
  const [begun, before] = [performance.now(), await sent()]
  const [beside] = await Promise.all([
    read().finally(() => {
      isOver = true
    }),
    send(cairn, made, () => isOver),
  ])
  const seconds = (performance.now() - begun) / 1000
  const mails = { sent: (await sent()) - before, seconds }
  server.close()
  return {
    mails,
    site: { alone: alone.p99, beside: beside.p99, medianAlone: alone.p50, medianBeside: beside.p50 },
  }
}

const load = loadavg()[0] ?? 0
const folder = newFolder('campaigns')
const smtp = await openSmtp()
try {
  await onDatabase(folder, async (owner, urls) => {
    const cairn = cairnOn({ config: { ...configOf(folder), smtpUrl: smtp.url }, ...urls, log })
    const made = await addEmpty(cairn)
    await fill(owner, made)
    const admin = await enter(cairn, made, made.memberId)
    const counts = await count(admin, made)
    const { id } = await campaignOf(admin, made.groupId, bodyOf([step('why')]), 'To all')
    await admin.does(campaigns.launchCampaign, { params: { campaignId: id } })
    const start = performance.now()
    await cairn.tasks.campaigns?.({ org: made.org })
    const planned = (performance.now() - start) / 1000
    report({ ...(await measureSending(cairn, owner, made, admin.cookie)), counts, planned, load })
    await cairn.stop()
  })
} finally {
  smtp.close()
  rmSync(folder, { recursive: true, force: true })
}
console.log('BENCHMARKS.md has the table.')
