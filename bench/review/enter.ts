import { type Cairn, cairnOn } from '#app/cairn.ts'
import { founding, session } from '#people'
import { workUntilIdle } from '#platform/jobs'
import { nobody } from '#platform/scope'
import { inScope } from '#platform/unit'
import { organizationOf, type Person, personWith } from '#test/organization.ts'
import { configOf, log } from '../database.ts'

export interface Made {
  org: string
  memberId: string
  groupId: string
  email: string
}

/** Adds an organization with nobody but its administrator. */
export const addEmpty = (cairn: Cairn): Promise<Made> =>
  inScope(
    cairn.runtime,
    { org: nobody.id, readOnly: false, now: new Date() },
    () => nobody,
    async (scope) => {
      const email = 'ada@review.example'
      const admin = { name: 'Ada Winter', email, password: null, locale: 'en' as const }
      const ids = await founding.addOrganization(scope, { organization: 'Review', ...admin })
      return { ...ids, email, org: scope.org }
    },
  )

export const open = (folder: string, urls: { ownerUrl: string; appUrl: string }): Cairn =>
  cairnOn({ config: configOf(folder), ...urls, log })

export const organizationIn = (cairn: Cairn, made: Made) =>
  organizationOf(
    cairn,
    () => new Date(),
    () => workUntilIdle(cairn.ownerPool, cairn.tasks, log),
    made,
  )

const request = {
  ...{ address: 'bench', agent: 'bench', secure: false, locale: 'en', bytes: null },
  ...{ range: undefined, knows: undefined, signal: new AbortController().signal },
}

/** A member, signed in. */
export async function enter(cairn: Cairn, made: Made, id: string): Promise<Person> {
  const { headers } = await organizationIn(cairn, made).as((scope) => session.openSession(scope, id, request))
  return personWith(cairn, {
    ...{ id, name: '', email: '' },
    cookie: headers['set-cookie']?.split(';')[0] ?? '',
  })
}
