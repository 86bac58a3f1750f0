import { type envelopesFor, seal } from '#letters'
import { linkTo, paths } from '#paths'
import type { Mail } from '#platform/mail'
import type { MailAction } from '#platform/mail-layout'
import type { Scope } from '#platform/scope'
import type { Call } from '../kinds.ts'
import type { Step } from '../language.ts'
import { further } from '../links.ts'
import { render } from '../words/render.ts'
import type { Claimed } from './claim.ts'
import type { Running } from './running.ts'

export interface Post {
  envelopeOf: ReturnType<typeof envelopesFor>
  secret: Buffer
}

/** The mail of a step to somebody: its words, what one may answer, and why one gets it. */
export function mailOf(
  { install: { catalog, publicUrl }, org }: Scope,
  campaign: Running,
  step: Step,
  reader: Omit<Claimed, 'step'>,
  { envelopeOf, secret }: Post,
): Mail {
  const { locale, subject, text } = render(step, reader.variant, reader, campaign)
  const letter = seal.sealed(secret, org, reader.memberId, campaign.id, step.id, String(reader.variant))
  const answer = (call: Call): MailAction => ({
    label: catalog.text(locale, `campaigns.call.${call}`),
    href: `${publicUrl}${linkTo(paths.campaignLetter, { letter }, { query: { answer: call } })}`,
  })
  const onward: MailAction | undefined = step.link
    ? {
        label: catalog.text(locale, `campaigns.link.${step.link}`),
        href: `${publicUrl}${further[step.link]}`,
      }
    : undefined
  const [answered, ...more] = step.calls.map(answer)
  const { memberId: id, name, email } = reader
  return {
    ...envelopeOf({ id, name, email, locale: reader.locale }, [campaign.id, step.id]),
    ...{ locale, subject, text, more },
    ...(campaign.replyTo && { replyTo: { name: campaign.sender, address: campaign.replyTo } }),
    // Where there is nothing to answer, reading on is what there is to do.
    ...(answered ? { action: answered, onward } : { action: onward }),
  }
}
