import type { Task } from '#platform/jobs'
import { organizationTask, type Runtime } from '#platform/unit'
import { ringTask } from './fairness/flags/task.ts'
import { drawWhenDue } from './rewards/drawing.ts'
import { ruleTasks } from './rules/tasks.ts'

/** The jobs of this stage, by name; those that count for long connect to the database at `url` by themselves. */
export const recognitionTasks = (runtime: Runtime, url: string, now: () => Date): Record<string, Task> => ({
  /** Draws a reward once its time has come. Tried twice, it does nothing the second time. */
  'reward-draw': organizationTask(runtime, now, (scope, { drawId }) => drawWhenDue(scope, String(drawId))),
  ...ruleTasks(runtime, now),
  'ring-search': ringTask(runtime, url, now),
})
