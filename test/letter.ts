import { listRefusedAddresses } from '#letters/contract.ts'
import { noteRefused } from '#letters/refused.ts'
import { secretOf, tokenFor } from '#letters/seal.ts'
import type { Organization, Person } from './organization.ts'

/** What the link in a letter carries that is about a course somebody waited for. */
export const letterTo = async (org: Organization, { id }: Person): Promise<string> =>
  tokenFor(await org.as(secretOf), org.id, id, 'answers')

/** Such a link, and an address that a mail server refused. */
export async function lettersIn({
  org,
  admin,
  insider,
}: {
  org: Organization
  admin: Person
  insider: Person
}) {
  await org.as((scope) =>
    noteRefused(scope, 'gone@northwind.example', { code: 550, words: 'A secret reply' }),
  )
  const [refused] = (await admin.does(listRefusedAddresses)).items
  return { letter: await letterTo(org, insider), refusedId: refused?.id ?? '' }
}
