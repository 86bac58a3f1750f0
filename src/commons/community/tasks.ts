import type { Task } from '#platform/jobs'
import type { Runtime } from '#platform/unit'
import { digestTask } from './digest/task.ts'
import { hourTask } from './hours/due.ts'

/** The jobs of this module, by name. */
export const communityTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  'office-hour': hourTask(runtime, now),
  'community-digest': digestTask(runtime, now),
})
