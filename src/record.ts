import { type Fact, type FactData, type FactType, facts } from '#facts'
import { enqueue, newIdIn, nobody, type Scope } from '#platform/scope'

/**
 * Writes what happened, in the verb's own transaction, and puts each reaction to it on the queue. Returns the
 * fact's id. Throws when the data is not what the fact's schema says: that is a bug of the caller.
 */
export async function record<Type extends FactType>(
  scope: Scope,
  type: Type,
  data: FactData<Type>,
): Promise<string> {
  const [id = ''] = await recordAll(scope, type, [data])
  return id
}

/** Writes many facts of one type in one statement: for verbs that do the same to many things at once. */
export async function recordAll<Type extends FactType>(
  scope: Scope,
  type: Type,
  all: readonly FactData<Type>[],
): Promise<string[]> {
  const actorId = scope.actor.id === nobody.id ? null : scope.actor.id
  const rows = all.map((data) => ({
    orgId: scope.org,
    id: newIdIn(scope),
    type,
    actorId,
    at: scope.now,
    data: JSON.stringify(facts[type].parse(data)),
  }))
  if (rows.length > 0) await scope.db.insertInto('facts').values(rows).execute()
  for (const { id } of rows)
    for (const reaction of scope.install.reactionsTo(type))
      enqueue(scope, { task: 'react', payload: { org: scope.org, fact: id, reaction } })
  return rows.map(({ id }) => id)
}

/** What a module does when something happened elsewhere. Runs as a job, once, in its own transaction. */
export interface Reaction {
  /** Unique and lasting, `<module>.<what it does>`: deliveries are remembered under it. */
  name: string
  on: FactType
  run: (scope: Scope, fact: Fact) => Promise<void>
}

/** Declares a reaction. `scope.now` in it is the fact's moment, so that running it late or again changes nothing. */
export const reaction = <Type extends FactType>(
  on: Type,
  name: string,
  run: (scope: Scope, fact: Fact<Type>) => Promise<void>,
): Reaction => ({ name, on, run: run as unknown as Reaction['run'] })
