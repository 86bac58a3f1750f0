import { z } from 'zod'
import { endpoint, line } from '#platform/http/endpoint'
import { email, locale, password, session } from './contract.ts'

export const getInstallation = endpoint('getInstallation', {
  method: 'GET',
  path: '/installation',
  summary: 'Whether this installation has an organization yet, and a demo',
  access: 'anyone',
  returns: z.object({ setUp: z.boolean(), demo: z.boolean() }),
})

export const createOrganization = endpoint('createOrganization', {
  method: 'POST',
  path: '/organizations',
  summary: 'Create the organization and its first administrator, who is signed in',
  access: 'anyone',
  costly: true,
  body: z.strictObject({ organization: line(120), name: line(120), email, password, locale }),
  returns: session,
  problems: ['organization.already-set-up'],
  example: {
    organization: 'Northwind Gauges',
    name: 'Ada Winter',
    email: 'ada@northwind.example',
    password: 'a long enough phrase',
    locale: 'en',
  },
})

export const changeOrganization = endpoint('changeOrganization', {
  method: 'PATCH',
  path: '/organization',
  summary: 'Rename the organization, and its outermost group with it',
  access: ['admin'],
  body: z.strictObject({ name: line(80) }),
  problems: ['group.admin-needed'],
  example: { name: 'Northwind Gauges' },
})
