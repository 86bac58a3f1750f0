import type { Task } from '#platform/jobs'
import { nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { remindSponsor } from './remind.ts'

/** The jobs of this module, by name. */
export const volunteerTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  /** Early, or tried twice, it does nothing. */
  'remind-sponsor': ({ org, volunteerId }) =>
    inScope(
      runtime,
      { org: String(org), readOnly: false, now: now() },
      () => nobody,
      (scope) => remindSponsor(scope, String(volunteerId)),
    ),
})
