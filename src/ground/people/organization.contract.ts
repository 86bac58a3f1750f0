import { z } from 'zod'
import { endpoint, line } from '#platform/http/endpoint'

export const changeOrganization = endpoint('changeOrganization', {
  method: 'PATCH',
  path: '/organization',
  summary: 'Rename the organization, and its outermost group with it',
  access: ['admin'],
  body: z.strictObject({ name: line(80) }),
  problems: ['group.admin-needed'],
  example: { name: 'Northwind Gauges' },
})
