import type { Task } from '#platform/jobs'
import { type MailOptions, mailTask } from '#platform/mail'
import { nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { noteRefused } from './refused.ts'

/** The job that delivers mail, and keeps which addresses take none. */
export const deliveryTask = (
  runtime: Runtime,
  now: () => Date,
  options: Omit<MailOptions, 'onRefused'>,
): Task =>
  mailTask({
    ...options,
    onRefused: ({ org, to }, refusal) =>
      inScope(
        runtime,
        { org, readOnly: false, now: now() },
        () => nobody,
        (scope) => noteRefused(scope, to, refusal),
      ),
  })
