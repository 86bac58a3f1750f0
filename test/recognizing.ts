import { setBoardSettings } from '#recognition/board.contract.ts'
import * as recognition from '#recognition/contract.ts'
import * as ledger from '#recognition/ledger.contract.ts'
import * as settings from '#recognition/settings.contract.ts'
import { badgeIn } from './badge.ts'
import { bonusIn } from './bonus.ts'
import type { Organization, Person } from './organization.ts'
import { picture } from './picture.ts'
import { rewardsIn } from './reward.ts'
import { giftIn, ruleIn } from './rules.ts'
import { sendAhead } from './sending.ts'

/**
 * What is thanked for; thanks for a course; the account of the author, who was given points; a badge that they hold,
 * bonuses, rewards, and a rule with what it gave.
 */
export async function recognizing(
  people: { org: Organization; admin: Person; author: Person; insider: Person },
  { courseId, groupId }: { courseId: string; groupId: string },
) {
  const { admin, author } = people
  const { ruleId } = await ruleIn(people, groupId)
  const { id: valueId } = await admin.does(settings.addKudosValue, { body: { name: 'Courage', about: '' } })
  await admin.does(settings.setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  await admin.does(setBoardSettings, { body: { mode: 'people', isAnonymous: false } })
  const thank = (body: { reason: string; points?: number; courseId?: string; file?: { id: string } }) =>
    admin.does(recognition.giveKudos, { body: { toIds: [author.id], ...body } })
  await thank({ reason: 'For all the patience', points: 5 })
  const { items } = await author.does(ledger.listAccounts)
  const file = { id: await sendAhead(admin, 'secret.png', picture(4, 3)) }
  const { id: kudosId } = await thank({ reason: 'A secret reason to thank', courseId, file })
  const made = {
    ...(await giftIn(people, ruleId)),
    ...(await badgeIn(people, courseId)),
    ...(await bonusIn(people, groupId)),
    ...(await rewardsIn(people, groupId)),
  }
  return { valueId, kudosId, ruleId, accountId: items[0]?.id ?? '', ...made }
}
