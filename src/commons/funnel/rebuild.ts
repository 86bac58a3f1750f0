import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope, tell } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import {
  advance,
  type First,
  noteLearned,
  noteNominationAnswers,
  noteThanks,
  noteVolunteers,
} from './advance.ts'
import { noteAnswers, noteOpened, noteReached } from './campaign-facts.ts'

const all = sql<boolean>`true`
const stages: readonly First[] = ['nominated', 'accepted', 'granted', 'trained', 'drafted', 'validated']

/** Counts the organization's whole funnel anew from its facts. What happens meanwhile is counted by its own reactions. */
export async function rebuildFunnel(scope: Scope): Promise<void> {
  const { db, org } = scope
  await db.deleteFrom('campaignJourneys').where('orgId', '=', org).execute()
  await db.deleteFrom('journeyMarks').where('orgId', '=', org).execute()
  await db.deleteFrom('leaderJourneys').where('orgId', '=', org).execute()
  await noteReached(scope, all)
  await noteOpened(scope, all)
  await noteAnswers(scope, all)
  await noteVolunteers(scope, all)
  for (const stage of stages) await advance(scope, stage, all)
  await noteNominationAnswers(scope, all)
  await noteLearned(scope, all, null)
  await noteThanks(scope, all)
  tell(scope, { topics: ['funnel'] })
}

/** Has the past of an organization counted, where it was there before the funnel was; done once. */
export const askForFunnel = (scope: Scope): void =>
  enqueue(scope, { task: 'funnel', payload: { org: scope.org }, key: `funnel ${scope.org}` })

/** The job that does. */
export const funnelTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, async (scope) => {
    const made = await scope.db
      .insertInto('countedFunnels')
      .values({ orgId: scope.org, at: scope.now })
      .onConflict((known) => known.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows) await rebuildFunnel(scope)
  })
