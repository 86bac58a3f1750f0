import type { Task } from '#platform/jobs'
import { enqueue } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { applyRules } from './apply.ts'
import { bringIn } from './journal/keep.ts'

export const ruleTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  /** Brings in what happened before, a batch at a time. Tried twice, it finds nothing new. */
  'rule-history': organizationTask(runtime, now, async (scope) => {
    const { events, isMore } = await bringIn(scope, null)
    await applyRules(scope, events)
    if (isMore) enqueue(scope, { task: 'rule-history', payload: { org: scope.org } })
  }),
})
