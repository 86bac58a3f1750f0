import type { Task } from '#platform/jobs'
import type { Runtime } from '#platform/unit'
import { ringTask } from './fairness/flags/task.ts'

/** The jobs of this stage, by name; those that count for long connect to the database at `url` by themselves. */
export const recognitionTasks = (runtime: Runtime, url: string, now: () => Date): Record<string, Task> => ({
  'ring-search': ringTask(runtime, url, now),
})
