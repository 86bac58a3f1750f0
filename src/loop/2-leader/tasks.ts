import type { Task } from '#platform/jobs'
import type { Runtime } from '#platform/unit'
import { widenTask } from './asking/widen.ts'
import { detectionPreviewTask, detectionTask } from './detection/task.ts'
import { askAgainTask } from './nomination/ask-again.ts'

/** The jobs of this stage, by name; those that count for long connect to the database at `url` by themselves. */
export const leaderTasks = (runtime: Runtime, url: string, now: () => Date): Record<string, Task> => ({
  detection: detectionTask(runtime, url, now),
  'detection-preview': detectionPreviewTask(runtime, url, now),
  'ask-again': askAgainTask(runtime, now),
  'widen-asking': widenTask(runtime, now),
})
