import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { parse } from 'yaml'
import { z } from 'zod'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { audience, type CampaignBody, step } from '../language.ts'
import { isTheirs } from '../rows.ts'

const both = (most: number) =>
  z.strictObject({ en: z.string().min(1).max(most), fr: z.string().min(1).max(most) })

/** What the file of a ready campaign holds: content/campaigns. */
const ready = z.strictObject({
  name: both(80),
  purpose: both(300),
  audience: audience.omit({ groupIds: true }),
  volunteers: z.boolean().optional(),
  steps: z.array(step),
})
export interface ReadyCampaign extends z.output<typeof ready> {
  key: string
}

const folder = new URL('../../../../content/campaigns/', import.meta.url)
let read: ReadyCampaign[] | null = null

/** The campaigns that come with Cairn, in the order in which an organization may need them; read once. */
export function readyCampaigns(): ReadyCampaign[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      key: name.slice(0, -'.yaml'.length),
      ...ready.parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
    }))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  return read
}
const order = ['launch', 'leaders', 'experts', 'learners', 'thanks', 'revive']

/** What a campaign begins as that is made from a ready one; throws 404. */
export function bodyOf(key: string, usual: CampaignBody): CampaignBody {
  const found = readyCampaigns().find((one) => one.key === key)
  if (!found) throw notFound('ready-campaign')
  const { audience, steps, volunteers } = found
  return {
    ...{ ...usual, audience: { groupIds: [], ...audience }, steps },
    ...(volunteers !== undefined && { volunteers }),
  }
}

/** Campaigns one may begin with: those that come with Cairn, and those the organization kept in the groups that the actor administers. */
export async function listReadyCampaigns(scope: Scope) {
  const { db, org, actor } = scope
  const language = actor.locale === 'fr' ? 'fr' : 'en'
  const { rows } = await sql<{ key: string; name: string; purpose: string; steps: number }>`
    select c.id as key, c.name, g.name as purpose, jsonb_array_length(c.body -> 'steps') as steps
    from campaigns c join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${org} and c.kept_at is not null and ${isTheirs(scope)}
    order by c.name, c.id limit 150`.execute(db)
  const ours = readyCampaigns().map(({ key, name, purpose, steps }) => ({
    ...{ key, isOwn: false, name: name[language], purpose: purpose[language], steps: steps.length },
  }))
  return { items: [...rows.map((row) => ({ ...row, isOwn: true })), ...ours] }
}
