import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { envelopesFor, seal } from '#letters'
import { sendMail } from '#platform/mail'
import { htmlOf } from '#platform/mail-layout'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { countTry } from '#platform/throttle'
import { record } from '#record'
import { speaksTo } from '../audience/conditions.ts'
import type { Step } from '../language.ts'
import { wayTo } from '../plan/lacks.ts'
import { getCampaign } from '../rows.ts'
import { allowed } from '../run/plan.ts'
import { type Running, repliesOf, senderOf, signed } from '../run/running.ts'
import { mailOf } from '../run/write-mail.ts'
import { render } from '../words/render.ts'
import { topicOfMember } from '../words/topic.ts'

interface Reader {
  memberId: string
  name: string
  email: string
  locale: string
  topic: string | null
  isMeant: boolean
  isRefused: boolean
  at: Date | string
}

interface Asked {
  /** The first where it is not said. */
  step?: string | undefined
  variant: number
}

/** A campaign as it will speak, and one of its steps; throws 404. */
async function standing(scope: Scope, id: string, asked: Asked) {
  const campaign = await getCampaign(scope, id)
  const { steps } = campaign.body
  const step = asked.step === undefined ? steps[0] : steps.find((one) => one.id === asked.step)
  if (!step) throw notFound('campaign-step')
  const { rows } = await sql<Pick<Running, 'organization' | 'isDemo' | 'replyTo' | 'sender'>>`
    select o.name as organization, o.demo as is_demo, ${senderOf} as sender, ${repliesOf} as reply_to
    from ${signed} where c.org_id = ${scope.org} and c.id = ${id}`.execute(scope.db)
  const [of] = rows
  if (!of) throw notFound('campaign')
  const speaking: Running = {
    ...{ id, name: campaign.name, body: campaign.body, version: campaign.version, ...of },
    ...{ groupId: campaign.group.id, group: campaign.group.id === scope.org ? '' : campaign.group.name },
    endsAt: campaign.endsAt ?? '',
  }
  return { campaign, step, speaking }
}

async function findReader(
  scope: Scope,
  memberId: string,
  { speaking, step }: { speaking: Running; step: Step },
): Promise<Reader> {
  const days = wayTo(step, speaking.body.steps) ?? 0
  const { rows } = await sql<Reader>`
    select m.id as member_id, m.name, m.email, m.locale,
      ${topicOfMember} as topic,
      ${speaksTo(scope, speaking.groupId, speaking.body.audience)} as is_meant,
      exists (select from refused_addresses r where r.org_id = m.org_id and r.email = lower(m.email)) as is_refused,
      ${allowed(speaking, sql`${scope.now}::timestamptz + make_interval(days => ${days})`)} as at
    from members m where m.org_id = ${scope.org} and m.id = ${memberId} and m.left_at is null`.execute(
    scope.db,
  )
  const [reader] = rows
  if (!reader) throw notFound('member')
  return reader
}

/** In a preview nobody answers for somebody else: its links are sealed with what opens nothing. */
const ofNobody = randomBytes(32)

/** What a member would get of a step, and when; or why they would not. */
export async function previewCampaign(
  scope: Scope,
  id: string,
  { variant: place, ...which }: Omit<Asked, 'variant'> & { variant: string; memberId?: string | undefined },
) {
  const asked = { ...which, variant: Number(place) }
  const { step, speaking } = await standing(scope, id, asked)
  const reader = await findReader(scope, asked.memberId ?? scope.actor.id, { speaking, step })
  const isMail = step.channel === 'mail'
  const { locale, subject, text } = render(step, asked.variant, reader, speaking)
  const calls = step.calls.map((call) => ({
    call,
    label: scope.install.catalog.text(locale, `campaigns.call.${call}`),
  }))
  return {
    ...{ locale, subject, text, calls, against: againstOf(reader, isMail) },
    html: isMail ? htmlOf(mailFor(scope, { speaking, step }, reader, asked.variant, ofNobody)) : '',
    at: isMail ? new Date(reader.at).toISOString() : null,
  }
}

/** Why it would not come. Who wants no such mails is told of nobody. */
function againstOf({ isMeant, isRefused }: Reader, isMail: boolean) {
  if (!isMeant) return 'not-in-audience' as const
  return isMail && isRefused ? ('refused-address' as const) : null
}

function mailFor(
  scope: Scope,
  { speaking, step }: { speaking: Running; step: Step },
  reader: Reader,
  variant: number,
  secret: Buffer,
) {
  const post = { envelopeOf: envelopesFor(scope, 'campaigns', secret), secret }
  return mailOf(scope, speaking, step, { ...reader, variant }, post)
}

/** Sends the actor the mail of a step, as it would come to them. It counts nowhere. */
export async function testCampaign(scope: Scope, id: string, asked: Asked): Promise<{ to: string }> {
  await countTry(scope, 'campaign-test', scope.actor.id, 30, 60)
  const { step, speaking } = await standing(scope, id, asked)
  const reader = await findReader(scope, scope.actor.id, { speaking, step })
  const mail = mailFor(scope, { speaking, step }, reader, asked.variant, await seal.secretOf(scope))
  sendMail(scope, {
    ...mail,
    subject: scope.install.catalog.text(mail.locale, 'campaigns.testSubject', { subject: mail.subject }),
  })
  await record(scope, 'campaign.tested', { campaignId: id, step: step.id, variant: asked.variant })
  return { to: reader.email }
}
