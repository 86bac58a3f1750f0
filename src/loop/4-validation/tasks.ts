import type { Task } from '#platform/jobs'
import { nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { looksTask } from './charter/contrast/looks.ts'
import { settle } from './settle.ts'

/** The jobs of this stage, by name. */
export const validationTasks = (runtime: Runtime, now: () => Date): Record<string, Task> => ({
  /** Does what is due about a round of review. Tried twice, it does nothing the second time. */
  'review-turn': ({ org, reviewId }) =>
    inScope(
      runtime,
      { org: String(org), readOnly: false, now: now() },
      () => nobody,
      (scope) => settle(scope, String(reviewId), { onlyWhenDue: true }),
    ),
  'picture-looks': looksTask(runtime, now),
})
