import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { judge } from './judge.ts'
import { publishedAfter } from './state.ts'

/** Has every published course of the organization judged, as soon as there is time; asked for twice, it is done once. */
export const askForHealth = (scope: Scope): void =>
  enqueue(scope, { task: 'health', payload: { org: scope.org }, key: `health ${scope.org}` })

/** So many courses are judged in one transaction. */
const batch = 200

/** The job that judges courses, some after `after`, and leaves the rest to the next one. Tried twice, it finds nothing to do. */
export const healthTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, async (scope, { after }) => {
    const ids = await publishedAfter(scope, typeof after === 'string' ? after : null, batch)
    await judge(scope, ids)
    if (ids.length === batch)
      enqueue(scope, { task: 'health', payload: { org: scope.org, after: ids.at(-1) ?? '' } })
  })
