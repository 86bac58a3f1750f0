import type { Task } from '#platform/jobs'
import type { MailServer } from '#platform/mail'
import { nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { advance } from './advance.ts'
import { isEarly } from './ask.ts'
import { sendMails } from './mails.ts'
import { postInChats } from './posts.ts'
import type { InUnit } from './running.ts'

/** The jobs of campaigns, by name. Each does nothing before the moment it was asked for, and may be tried again. */
export function campaignTasks(runtime: Runtime, now: () => Date, server: MailServer): Record<string, Task> {
  const unitsOf =
    (org: string): InUnit =>
    (work) =>
      inScope(runtime, { org, readOnly: false, now: now() }, () => nobody, work)
  return {
    campaigns: async (payload) => {
      if (isEarly(payload, now())) return
      const inUnit = unitsOf(String(payload.org))
      await advance(inUnit)
      await postInChats(inUnit, runtime.install)
    },
    'campaign-mails': async (payload) => {
      if (!isEarly(payload, now())) await sendMails(unitsOf(String(payload.org)), server)
    },
  }
}
