import { answerCoaching, askCoach, offerCoaching } from '#community/coach.contract.ts'
import * as posts from '#community/contract.ts'
import * as hours from '#community/hour.contract.ts'
import type { Organization, Person } from './organization.ts'

/** In a group: a post of the author with a comment, and office hours to some of which the admin comes. */
export async function ideasIn({ admin, author }: { admin: Person; author: Person }, groupId: string) {
  const said = { kind: 'tip' as const, groupId, title: 'A secret tip', words: 'A secret trick' }
  const { id: postId } = await author.does(posts.makePost, { body: said })
  const body = { body: 'A secret word on it' }
  const { id: postCommentId } = await author.does(posts.commentOnPost, { params: { postId }, body })
  const offer = async (topic: string) =>
    (await author.does(hours.offerOfficeHour, { body: { groupId, ...hour, topic } })).id
  const [hourId, otherHourId] = [await offer('A secret topic'), await offer('Another secret topic')]
  const place = { params: { hourId: otherHourId }, body: { timeZone: 'UTC' } }
  await admin.does(hours.joinOfficeHour, place)
  return { postId, postCommentId, hourId, otherHourId }
}

/** The same, and somebody who asks the author to coach them, and somebody whom they coach. */
export async function communityIn(
  { org, admin, author }: { org: Organization; admin: Person; author: Person },
  groupId: string,
) {
  const ideas = await ideasIn({ admin, author }, groupId)
  await author.does(offerCoaching, { body: { atOnce: 5 } })
  const [nina, otis] = [
    await org.person('Nina Newton', 'leader', groupId),
    await org.person('Otis New', 'leader', groupId),
  ]
  const ask = async (who: Person) =>
    (await who.does(askCoach, { body: { coachId: author.id, words: 'A secret question' } })).id
  const [coachingId, goingOnId] = [await ask(nina), await ask(otis)]
  const params = { coachingId: goingOnId }
  await author.does(answerCoaching, { params, body: { answer: 'accept' } })
  return { ...ideas, coachId: author.id, coachingId, goingOnId }
}

/** Half an hour in the year 2100, for two. */
export const hour = {
  ...{ topic: 'Recording a screencast', words: '', startsAt: '2100-03-04T14:00:00.000Z', minutes: 30 },
  ...{ places: 2, place: 'Room 4', timeZone: 'Europe/Paris' },
}
