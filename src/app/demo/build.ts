import type { Task } from '#platform/jobs'
import type { Runtime } from '#platform/unit'

export interface DemoOptions {
  runtime: Runtime
  work: () => Promise<void>
}

export function demoTask(options: DemoOptions): Task {
  return async () => options.work()
}
