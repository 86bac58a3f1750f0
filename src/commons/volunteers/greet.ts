import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Volunteer } from './contract.ts'
import { lockSeen, ofOther, set } from './rows.ts'

/** Greets a volunteer, once, in the actor's own words, which the volunteer reads: as their sponsor, or for their group. */
export async function greetVolunteer(scope: Scope, id: string, words: string): Promise<Volunteer> {
  const { greeting, groupId, member } = await lockSeen(scope, id)
  if (greeting) throw conflict('volunteer.greeted', { name: greeting.by.name })
  const by = scope.actor.id
  await set(scope, id, { greetedBy: by, greetedAt: scope.now, greeting: words })
  await record(scope, 'volunteer.greeted', { volunteerId: id, memberId: member.id, groupId, by, words })
  tell(scope, { topics: ['volunteers'] })
  return ofOther(await lockSeen(scope, id))
}
