import type { Task } from '#platform/jobs'
import { organizationTask, type Runtime } from '#platform/unit'
import { remindSponsor } from './remind.ts'

/** The jobs of this module, by name. */
export const volunteerTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  /** Early, or tried twice, it does nothing. */
  'remind-sponsor': organizationTask(runtime, now, (scope, { volunteerId }) =>
    remindSponsor(scope, String(volunteerId)),
  ),
})
