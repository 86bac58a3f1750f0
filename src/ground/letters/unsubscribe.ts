import { linkTo, paths } from '#paths'
import type { Scope } from '#platform/scope'
import { choose } from './choices.ts'
import type { Subscription, Topic } from './contract.ts'
import { enterByLetter } from './seal.ts'

/** What the link in a letter is about. */
export async function getSubscription(scope: Scope, token: string): Promise<Subscription> {
  return subscriptionOf(scope, await enterByLetter(scope, token))
}

/** Ends letters of a topic to whom the link was sent. */
export const unsubscribe = (scope: Scope, token: string) => chooseByLink(scope, token, false)

/** Has them come again. */
export const subscribeAgain = (scope: Scope, token: string) => chooseByLink(scope, token, true)

async function chooseByLink(scope: Scope, token: string, isWanted: boolean): Promise<Subscription> {
  const letter = await enterByLetter(scope, token)
  await choose(scope, { ...letter, isWanted, byLink: true })
  return subscriptionOf(scope, letter)
}

/** A mail program that opens the address of a header, instead of posting to it, is led to the page. */
export const openUnsubscription = ({ install }: Scope, token: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `${install.publicUrl}${linkTo(paths.unsubscribe, { letter: token })}` },
  })

async function subscriptionOf(
  { org, db }: Scope,
  { memberId, topic }: { memberId: string; topic: Topic },
): Promise<Subscription> {
  const { name, isWanted } = await db
    .selectFrom('organizations as o')
    .leftJoin('letterChoices as c', (join) =>
      join.onRef('c.orgId', '=', 'o.orgId').on('c.memberId', '=', memberId).on('c.topic', '=', topic),
    )
    .select(['o.name', 'c.isWanted'])
    .where('o.orgId', '=', org)
    .executeTakeFirstOrThrow()
  return { organization: name, topic, isWanted: isWanted ?? true }
}
