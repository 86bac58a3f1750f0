import { sql } from 'kysely'
import { envelopesFor, noteRefused, seal } from '#letters'
import { evenly } from '#platform/evenly'
import type { Delivery, Mail, Postman } from '#platform/mail'
import type { Scope } from '#platform/scope'
import { findCampaignSettings } from '../settings/settings.ts'
import { giveUpLost } from './advance.ts'
import { askForCampaigns, askForMails } from './ask.ts'
import { type Claimed, claim } from './claim.ts'
import { recordAllMailed, recordMailed } from './reached.ts'
import { findRunning, type InUnit, type Running } from './running.ts'
import { mailOf } from './write-mail.ts'

/** So many are handed over at a time: as many as nobody knows of when the process is killed, at most. */
export const atOnce = 20
/** So many times in one job; then others have their turn. */
const mostTurns = 250
const mostTries = 8
/** So many times between two of which it is told whom mails have reached: whoever reacts to it has work each time. */
const turnsUntold = 5
/** Milliseconds from one mail to the next: some more than 200 a second; and how much lateness is made up for. */
const pace = 4.4
const mostLate = 250

/** A mail that was claimed, and what became of it. */
interface Done {
  to: Claimed
  delivery: Delivery
}

/**
 * Sends the mails of campaigns that are due. Each is marked before it is handed over and again when it is known what became
 * of it, so that a process that is killed goes on where it stopped: what was not begun is sent, and what was being handed
 * over at that moment is never sent again but told as unsure (docs/decisions/0057). When the mail server takes nothing, it is
 * left alone for a while. Answers whether more is to be sent at once.
 */
export async function sendMails(inUnit: InUnit, postman: Pick<Postman, 'deliver'>): Promise<boolean> {
  await inUnit(giveUpLost)
  await inUnit(recordAllMailed)
  const running = await inUnit((scope) => findRunning(scope))
  const next = evenly(pace, mostLate)
  let turns = 0
  for (const campaign of running) {
    let done: Done[] = []
    for (;;) {
      const isStuck = done.length > 0 && done.every(({ delivery }) => delivery.is === 'later')
      if (isStuck || ++turns >= mostTurns) {
        await inUnit((scope) => leave(scope, campaign, done, isStuck))
        return !isStuck
      }
      const taken = await inUnit((scope) => turn(scope, campaign, done, turns % turnsUntold === 0))
      if (taken.seen === 0) break
      done = await handOver(taken.mails, campaign.isDemo ? nowhere : postman, next)
    }
  }
  await inUnit(async (scope) => askForCampaigns(scope))
  return false
}

/** The people of the demo do not exist. */
const nowhere: Pick<Postman, 'deliver'> = { deliver: async () => ({ is: 'taken' }) }

/** Each mail is written when it leaves: twenty at once would keep a request waiting. */
type Taken = { mails: { to: Claimed; write: () => Mail }[]; seen: number }

/** Hands mails over beside each other, begun at an even pace: between two of them whoever uses the site has their turn. */
async function handOver(
  mails: Taken['mails'],
  postman: Pick<Postman, 'deliver'>,
  next: () => Promise<void>,
): Promise<Done[]> {
  const under: Promise<Done>[] = []
  for (const { to, write } of mails) {
    under.push(send(write, postman).then((delivery) => ({ to, delivery })))
    await next()
  }
  return Promise.all(under)
}

/** Writes a mail and hands it over. One that cannot be written keeps no other from leaving: it is told, and for later. */
async function send(write: () => Mail, postman: Pick<Postman, 'deliver'>): Promise<Delivery> {
  let mail: Mail
  try {
    mail = write()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { is: 'later', error }
  }
  return postman.deliver(mail)
}

/** Keeps what became of the last mails, and takes the next. Of the last ones that there are it is told at once. */
async function turn(
  scope: Scope,
  known: Running,
  done: readonly Done[],
  isToBeTold: boolean,
): Promise<Taken> {
  await settle(scope, known.id, done)
  // Paused or ended meanwhile, it says nothing more.
  const [campaign] = await findRunning(scope, known.id)
  const taken = campaign ? await take(scope, campaign) : { mails: [], seen: 0 }
  if (isToBeTold || taken.seen === 0) await recordMailed(scope, known.id, known.body)
  return taken
}

async function take(scope: Scope, campaign: Running): Promise<Taken> {
  const { capTimes, capDays } = await findCampaignSettings(scope)
  const { claimed, seen } = await claim(scope, campaign, { channel: 'mail', most: atOnce, capTimes, capDays })
  const secret = await seal.secretOf(scope)
  const post = { envelopeOf: envelopesFor(scope, 'campaigns', secret), secret }
  const mails = claimed.flatMap((to) => {
    const step = campaign.body.steps.find((one) => one.id === to.step)
    return step ? [{ to, write: () => mailOf(scope, campaign, step, to, post) }] : []
  })
  return { mails, seen }
}

/** Keeps what became of the last mails, and comes back: at once, or after a while where the mail server takes nothing. */
async function leave(
  scope: Scope,
  { id, body }: Running,
  done: readonly Done[],
  isStuck: boolean,
): Promise<void> {
  await settle(scope, id, done)
  await recordMailed(scope, id, body)
  askForMails(scope, isStuck ? new Date(scope.now.getTime() + 60_000) : undefined)
}

/** Writes down what became of mails. What the server takes later is tried again, after ever longer, and given up at last. */
async function settle(scope: Scope, campaignId: string, done: readonly Done[]): Promise<void> {
  if (done.length === 0) return
  const rows = done.map(({ to: { memberId, step }, delivery }) => ({
    ...{ member_id: memberId, step, state: stateOf[delivery.is] },
    why:
      delivery.is === 'refused'
        ? 'refused-address'
        : 'error' in delivery
          ? delivery.error.message.slice(0, 300)
          : '',
  }))
  const minutes = sql`least(5 * power(2, s.tries), 720)`
  await sql`
    update campaign_sends s set at = ${scope.now}, why = b.why, tries = s.tries + 1, is_untold = b.state = 'sent',
      state = case when b.state = 'waiting' and s.tries + 1 >= ${mostTries} then 'failed' else b.state end,
      due_at = case when b.state = 'waiting' then ${scope.now}::timestamptz + make_interval(mins => ${minutes}::int) else s.due_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b(member_id uuid, step text, state text, why text)
    where s.org_id = ${scope.org} and s.campaign_id = ${campaignId} and s.step = b.step and s.member_id = b.member_id
      and s.member_id = any(${done.map(({ to }) => to.memberId)}::uuid[])`.execute(scope.db)
  for (const { to, delivery } of done)
    if (delivery.is === 'refused') await noteRefused(scope, to.email, delivery.refusal)
}

const stateOf = { taken: 'sent', refused: 'skipped', later: 'waiting', unsure: 'unsure' } as const
