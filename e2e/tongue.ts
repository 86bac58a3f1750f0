import { changeMember } from '#people/contract.ts'
import type { Person } from '#test/organization.ts'

/** From here on the product speaks this language to somebody. */
export const speaks = (person: Person, locale: 'en' | 'fr') =>
  person.does(changeMember, { params: { memberId: person.id }, body: { locale } })
