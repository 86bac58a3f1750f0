import * as recognition from '#recognition/contract.ts'
import * as ledger from '#recognition/ledger.contract.ts'
import * as settings from '#recognition/settings.contract.ts'
import { badgeIn } from './badge.ts'
import type { Organization, Person } from './organization.ts'
import { giftIn, ruleIn } from './rules.ts'

/**
 * What is thanked for; thanks for a course; the account of the author, who was given points; a badge that they hold, and a
 * rule with what it gave.
 */
export async function recognizing(
  people: { org: Organization; admin: Person; author: Person },
  courseId: string,
  groupId: string,
) {
  const { admin, author } = people
  const { ruleId } = await ruleIn(people, groupId)
  const { id: valueId } = await admin.does(settings.addKudosValue, { body: { name: 'Courage', about: '' } })
  await admin.does(settings.setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  const thank = (body: { reason: string; points?: number; courseId?: string }) =>
    admin.does(recognition.giveKudos, { body: { toIds: [author.id], ...body } })
  await thank({ reason: 'For all the patience', points: 5 })
  const { items } = await author.does(ledger.listAccounts)
  const { id: kudosId } = await thank({ reason: 'A secret reason to thank', courseId })
  const gift = await giftIn(people, ruleId)
  return {
    valueId,
    kudosId,
    accountId: items[0]?.id ?? '',
    ...(await badgeIn(people, courseId)),
    ruleId,
    ...gift,
  }
}
