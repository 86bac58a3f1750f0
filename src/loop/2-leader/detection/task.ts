import type { Task } from '#platform/jobs'
import { enqueue, nobody, type Scope, tell } from '#platform/scope'
import { workInThread } from '#platform/threads'
import { inScope, type Runtime } from '#platform/unit'
import type { Counted } from './detect.ts'

/** Has everybody's help counted anew, as soon as there is time; asked for twice before it begins, it is done once. */
export const askForDetection = (scope: Scope): void =>
  enqueue(scope, { task: 'detection', payload: { org: scope.org }, key: `detection ${scope.org}` })

/** The job that counts it, in a thread of its own. Failing or killed half-way it has written nothing, and is tried again. */
export const detectionTask =
  (runtime: Runtime, url: string, now: () => Date): Task =>
  async ({ org }) => {
    const errand = { url, org: String(org), now: now() }
    const { isCounted } = await workInThread<Counted>(new URL('./detect.ts', import.meta.url), errand)
    if (!isCounted) return
    await inScope(
      runtime,
      { org: errand.org, readOnly: false, now: errand.now },
      () => nobody,
      async (scope) => tell(scope, { topics: ['radar'] }),
    )
  }
