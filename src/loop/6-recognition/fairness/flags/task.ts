import { privacy } from '#leader'
import type { Task } from '#platform/jobs'
import { enqueue, nobody, type Scope } from '#platform/scope'
import { workInThread } from '#platform/threads'
import { inScope, type Runtime } from '#platform/unit'
import { fewestThanks } from '../rings/rings.ts'
import { keepFound } from './keep.ts'
import type { Searched } from './search.ts'

/** So often it is looked by itself, in milliseconds: a little less than a week, for it is asked every night. */
const every = 6.5 * 86_400_000

/** Has thanks looked through: at night once a week, where somebody asks at once. Asked for twice, it is done once. */
export const askForRings = (scope: Scope, isAsked = false): void =>
  enqueue(scope, { task: 'ring-search', payload: { org: scope.org, isAsked }, key: `rings ${scope.org}` })

async function isDue(scope: Scope, isAsked: boolean): Promise<boolean> {
  const row = await scope.db
    .selectNoFrom((select) => [
      privacy.isOnNow(scope, 'fairness').as('isOn'),
      select.selectFrom('ringSearches').select('searchedAt').where('orgId', '=', scope.org).as('searchedAt'),
    ])
    .executeTakeFirstOrThrow()
  const last = row.searchedAt === null ? null : Date.parse(row.searchedAt)
  return row.isOn && (isAsked || last === null || scope.now.getTime() - last >= every)
}

/** What is found where there are fewer thanks than that: nothing; null where it is to be looked for. */
async function tooFew({ db, org }: Scope): Promise<Searched | null> {
  const given = await db
    .selectFrom('kudos')
    .select('id')
    .where('orgId', '=', org)
    .limit(fewestThanks)
    .execute()
  return given.length < fewestThanks ? { thanks: given.length, rings: [] } : null
}

const searchApart = (where: { url: string; org: string; now: Date }) =>
  workInThread<Searched>(new URL('./search.ts', import.meta.url), where)

/** The job that looks for rings, in a thread of its own. Too early, or switched off, it does nothing. */
export const ringTask =
  (runtime: Runtime, url: string, now: () => Date): Task =>
  async ({ org: id, isAsked }) => {
    const org = String(id)
    const at = now()
    const inIt = <T>(readOnly: boolean, step: (scope: Scope) => Promise<T>) =>
      inScope(runtime, { org, readOnly, now: at }, () => nobody, step)
    if (!(await inIt(true, (scope) => isDue(scope, isAsked === true)))) return
    const searched = (await inIt(true, tooFew)) ?? (await searchApart({ url, org, now: at }))
    await inIt(false, (scope) => keepFound(scope, searched))
  }
