import { linkTo, paths } from '#paths'
import { sendMail } from '#platform/mail'
import type { Scope } from '#platform/scope'

/** How long the link of an invitation is good for. */
export const lifetimeDays = 14

/** Sends someone their invitation, in their own language. `organization` spares a look-up in a batch. */
export function mailInvitation(
  scope: Scope,
  to: { email: string; name: string; locale: string },
  token: string,
  organization: string,
): void {
  const { catalog, publicUrl } = scope.install
  const values = {
    name: to.name,
    inviter: scope.actor.name,
    organization,
    days: lifetimeDays,
  }
  const href = `${publicUrl}${linkTo(paths.invitation, { token })}`
  sendMail(scope, {
    to: to.email,
    locale: to.locale,
    action: { label: catalog.text(to.locale, 'people.mail.invitation.open'), href },
    subject: catalog.text(to.locale, 'people.mail.invitation.subject', values),
    text: catalog.text(to.locale, 'people.mail.invitation.text', values),
  })
}
