import * as recognition from '#recognition/contract.ts'
import * as ledger from '#recognition/ledger.contract.ts'
import * as settings from '#recognition/settings.contract.ts'
import type { Person } from './organization.ts'

/** What is thanked for, and the account of the author, who was given points. */
export async function recognizing(admin: Person, author: Person) {
  const { id: valueId } = await admin.does(settings.addKudosValue, { body: { name: 'Courage', about: '' } })
  await admin.does(settings.setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  const body = { toIds: [author.id], reason: 'For all the patience', points: 5 }
  await admin.does(recognition.giveKudos, { body })
  const { items } = await author.does(ledger.listAccounts)
  return { valueId, accountId: items[0]?.id ?? '' }
}
