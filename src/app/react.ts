import { sql } from 'kysely'
import type { Fact, FactType } from '#facts'
import type { Task } from '#platform/jobs'
import { nobody, type Scope } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import type { Reaction } from '#record'

/** The names of the reactions to each type of fact. */
export function reactionsByType(reactions: readonly Reaction[]): (type: string) => readonly string[] {
  const byType = Map.groupBy(reactions, ({ on }) => on)
  const names = new Map([...byType].map(([type, list]) => [type as string, list.map(({ name }) => name)]))
  return (type) => names.get(type) ?? []
}

/** The job that runs one reaction to one fact: once, in its own transaction, at the fact's own moment. */
export function reactTask(runtime: Runtime, reactions: readonly Reaction[], now: () => Date): Task {
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]))
  return async (payload) => {
    const { org, fact: factId, reaction: name } = payload as { org: string; fact: string; reaction: string }
    const reaction = byName.get(name)
    if (!reaction) throw new Error(`No reaction is called ${name}; was it renamed while jobs were waiting?`)
    const unit = { org, readOnly: false, now: now() }
    await inScope(
      runtime,
      unit,
      () => nobody,
      async (scope) => {
        const fact = await readFact(scope, factId)
        scope.now = new Date(fact.at)
        if (await isFirstDelivery(scope, factId, name)) await reaction.run(scope, fact)
      },
    )
  }
}

async function readFact(scope: Scope, id: string): Promise<Fact> {
  const row = await scope.db
    .selectFrom('facts')
    .select(['id', 'type', 'at', 'actorId', 'data'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...row, type: row.type as FactType, data: row.data as Fact['data'] }
}

async function isFirstDelivery(scope: Scope, factId: string, reaction: string): Promise<boolean> {
  const { rows } = await sql`insert into deliveries (org_id, fact_id, reaction, at)
    values (${scope.org}, ${factId}, ${reaction}, ${scope.now.toISOString()})
    on conflict do nothing returning 1`.execute(scope.db)
  return rows.length > 0
}
