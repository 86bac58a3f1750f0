import type { Task } from '#platform/jobs'
import type { Runtime } from '#platform/unit'
import { coachTask } from './coaching/remind.ts'
import { digestTask } from './digest/task.ts'
import { hourTask } from './hours/due.ts'

/** The jobs of this module, by name. */
export const communityTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  'office-hour': hourTask(runtime, now),
  'remind-coach': coachTask(runtime, now),
  'community-digest': digestTask(runtime, now),
})
