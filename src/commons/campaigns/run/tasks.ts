import type { Task } from '#platform/jobs'
import type { MailServer } from '#platform/mail'
import { keepPostmanApart } from '#platform/postman-apart'
import { nobody, type Scope } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { advance } from './advance.ts'
import { isEarly } from './ask.ts'
import { atOnce, sendMails } from './mails.ts'
import { postInChats } from './posts.ts'
import type { InUnit } from './running.ts'

/**
 * The jobs of campaigns, by name. Each does nothing before the moment it was asked for, and may be tried again. `atEnd` sees
 * the scope of each of its transactions before it commits: what it asks for later may be put off.
 */
export function campaignTasks(
  runtime: Runtime,
  now: () => Date,
  server: MailServer,
  atEnd: (scope: Scope) => void = () => undefined,
): Record<string, Task> {
  const unitsOf =
    (org: string): InUnit =>
    (work) =>
      inScope(
        runtime,
        { org, readOnly: false, now: now() },
        () => nobody,
        async (scope) => {
          const done = await work(scope)
          atEnd(scope)
          return done
        },
      )
  const withPostman = keepPostmanApart(server, atOnce)
  return {
    campaigns: async (payload) => {
      if (isEarly(payload, now())) return
      const inUnit = unitsOf(String(payload.org))
      await advance(inUnit)
      await postInChats(inUnit, runtime.install)
    },
    'campaign-mails': async (payload) => {
      if (isEarly(payload, now())) return
      await withPostman((postman) => sendMails(unitsOf(String(payload.org)), postman))
    },
  }
}
