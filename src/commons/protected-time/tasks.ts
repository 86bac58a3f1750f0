import type { Task } from '#platform/jobs'
import type { Runtime } from '#platform/unit'
import { remindTask } from './remind.ts'
import { timeReportsTask } from './report.ts'

/** The jobs of this module, by name. */
export const timeTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  'time-reports': timeReportsTask(runtime, now),
  'remind-time': remindTask(runtime, now),
})
