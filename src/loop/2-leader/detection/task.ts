import type { Task } from '#platform/jobs'
import { enqueue, nobody, type Scope, tell } from '#platform/scope'
import { workInThread } from '#platform/threads'
import { inScope, type Runtime } from '#platform/unit'
import type { Counted } from './detect.ts'

/** Has everybody's help counted anew, as soon as there is time; asked for twice before it begins, it is done once. */
export const askForDetection = (scope: Scope): void =>
  enqueue(scope, { task: 'detection', payload: { org: scope.org }, key: `detection ${scope.org}` })

/** A job that counts in a thread of its own. Failing or killed half-way it has written nothing, and is tried again. */
const countIn =
  (file: URL) =>
  (runtime: Runtime, url: string, now: () => Date): Task =>
  async ({ org }) => {
    const errand = { url, org: String(org), now: now() }
    const { isCounted } = await workInThread<Counted>(file, errand)
    if (!isCounted) return
    await inScope(
      runtime,
      { org: errand.org, readOnly: false, now: errand.now },
      () => nobody,
      async (scope) => tell(scope, { topics: ['radar'] }),
    )
  }

/** Counts how much everybody helps. */
export const detectionTask = countIn(new URL('./detect.ts', import.meta.url))

/** Counts what would be if other things counted, for those who asked. */
export const detectionPreviewTask = countIn(new URL('./foresee.ts', import.meta.url))
