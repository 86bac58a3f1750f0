import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

/**
 * What letters are about: that one’s need was answered, that a review waits for one, a campaign, what concerns one’s leading,
 * and what goes on in a community.
 */
export const topic = z.enum(['answers', 'reviews', 'campaigns', 'leading', 'community'])
export type Topic = z.output<typeof topic>

export const letterChoices = z.object({
  topics: z.array(z.object({ topic, isWanted: z.boolean() })).max(topic.options.length),
  isRefused: z.boolean().describe('the mail server wants nothing for one’s address: nothing is sent'),
})
export type LetterChoices = z.output<typeof letterChoices>

export const getLetterChoices = endpoint('getLetterChoices', {
  method: 'GET',
  path: '/letters',
  summary: 'Which mails one gets that one does not ask for',
  access: 'signed-in',
  returns: letterChoices,
})

export const chooseLetters = endpoint('chooseLetters', {
  method: 'PUT',
  path: '/letters/:topic',
  summary: 'Say whether one wants mails of a topic',
  access: 'signed-in',
  params: z.strictObject({ topic }),
  body: z.strictObject({ isWanted: z.boolean() }),
  returns: letterChoices,
  example: { isWanted: false },
})

/** Of what a link in a letter is made: organization, member, topic, seal. */
const sealed = z
  .string()
  .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}\.[a-z]+\.[\w-]{43}$/)
  .describe('from the link in a mail')
const byLink = z.strictObject({ letter: sealed })
const subscription = z.object({
  organization: z.string(),
  topic,
  isWanted: z.boolean(),
})
export type Subscription = z.output<typeof subscription>

export const openUnsubscription = endpoint('openUnsubscription', {
  method: 'GET',
  path: '/unsubscriptions/:letter',
  summary: 'Leads a browser from the address in a mail’s header to the page where one unsubscribes',
  access: 'anyone',
  params: byLink,
  raw: 'response',
})

export const unsubscribe = endpoint('unsubscribe', {
  method: 'POST',
  path: '/unsubscriptions/:letter',
  summary: 'End mails of a topic with what the mail carries (RFC 8058): no session, no key, no question',
  access: 'anyone',
  params: byLink,
  raw: 'request',
  byMailers: true,
  twice: 'who gets no mails already goes on getting none.',
  returns: subscription,
  status: 200,
})

export const getSubscription = endpoint('getSubscription', {
  method: 'GET',
  path: '/subscriptions/:letter',
  summary: 'What the link in a mail is about: which mails, from whom, and whether they are wanted',
  access: 'anyone',
  params: byLink,
  returns: subscription,
})

export const subscribeAgain = endpoint('subscribeAgain', {
  method: 'PUT',
  path: '/subscriptions/:letter',
  summary: 'Get the mails of a topic again after all',
  access: 'anyone',
  params: byLink,
  returns: subscription,
})

export const takeBounce = endpoint('takeBounce', {
  method: 'POST',
  path: '/bounces',
  summary:
    'Bring a report that a mail could not be delivered, from the mailbox of MAIL_FROM: what is sealed in it counts',
  access: 'anyone',
  raw: 'request',
  costly: true,
  byMailers: true,
  twice: 'the address is written to no more, as before.',
  returns: z.object({ isKept: z.boolean().describe('nothing goes to that address any more') }),
  status: 200,
  problems: ['letter.not-found', 'bounce.unreadable'],
})

export const refusedAddress = z.object({
  id: id(),
  email: z.string(),
  member: member.nullable().describe('whose address it is now'),
  code: z.number().int().describe('of the mail server, 500 to 599'),
  words: z.string().describe('what the mail server said'),
  at: moment(),
})
export type RefusedAddress = z.output<typeof refusedAddress>

export const listRefusedAddresses = endpoint('listRefusedAddresses', {
  method: 'GET',
  path: '/refused-addresses',
  summary: 'Addresses that a mail server wants nothing for; the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(refusedAddress),
  problems: ['letters.admin-needed'],
})

export const tryAddressAgain = endpoint('tryAddressAgain', {
  method: 'DELETE',
  path: '/refused-addresses/:refusedId',
  summary: 'Write to an address again: its mailbox works now',
  access: 'signed-in',
  params: z.strictObject({ refusedId: id() }),
  problems: ['letters.admin-needed', 'refused-address.not-found'],
})
