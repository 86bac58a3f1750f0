import type { Task } from '#platform/jobs'
import { type Actor, enqueue, nobody, type Scope } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { isProblem, makeNext, noteStopped, openerOf, publishNext } from './fill.ts'
import { bringUpToDate, everybody } from './progress.ts'

/** More than both languages have. */
const mostCourses = 24
/** So many milliseconds pictures that came in a moment ago are waited for. */
const lookAgainAfter = 5000

/** The jobs of this module, by name. */
export const academyTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  /** Makes and publishes what is still to be made, a course a transaction; ended on the way, it goes on where it was. */
  'fill-academy': async ({ org }) => {
    const as = <T>(actor: Actor, work: (scope: Scope) => Promise<T>) =>
      inScope(runtime, { org: String(org), readOnly: false, now: now() }, () => actor, work)
    const opener = await as(nobody, openerOf)
    if (opener.id === nobody.id) return
    for (let made = 0; made < mostCourses && (await as(opener, makeNext)); made += 1);
    for (let published = 0; published < mostCourses; published += 1) {
      const outcome = await as(opener, publishNext).catch((error) => {
        if (isProblem(error)) return error
        throw error
      })
      if (outcome === undefined) return as(nobody, (scope) => bringUpToDate(scope, everybody))
      if (!isProblem(outcome)) continue
      if (outcome.code === 'review.pictures-pending') return as(opener, (scope) => lookAgain(scope))
      await as(opener, (scope) => noteStopped(scope, outcome))
    }
  },
})

/** Has the job go on when the pictures have been looked at. */
async function lookAgain(scope: Scope): Promise<void> {
  const runAt = new Date(scope.now.getTime() + lookAgainAfter).toISOString()
  enqueue(scope, {
    task: 'fill-academy',
    payload: { org: scope.org },
    key: `academy ${scope.org} again`,
    runAt,
  })
}
