import { z } from 'zod'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { password } from './contract.ts'
import { linkToken } from './invitation.contract.ts'

export const askPasswordReset = endpoint('askPasswordReset', {
  method: 'POST',
  path: '/password-resets',
  summary:
    'Ask for a link to a new password by mail; the answer is the same whether the address is known or not',
  access: 'anyone',
  costly: true,
  body: z.strictObject({ email: z.string().trim().min(3).max(254) }),
  problems: ['password-reset.too-many-tries'],
  example: { email: 'ada@northwind.example' },
})

export const readPasswordReset = endpoint('readPasswordReset', {
  method: 'GET',
  path: '/password-resets/:token',
  summary: 'Whose password the link of a mail replaces',
  access: 'anyone',
  params: z.strictObject({ token: linkToken }),
  returns: z.object({ organization: z.string(), email: z.string() }),
  problems: ['password-reset.expired', 'password-reset.used'],
})

export const resetPassword = endpoint('resetPassword', {
  method: 'PUT',
  path: '/password-resets/password',
  summary: 'Set a new password with the token of the mail’s link; every session of the member ends',
  access: 'anyone',
  costly: true,
  body: z.strictObject({ token: linkToken, password }),
  problems: ['password-reset.expired', 'password-reset.used'],
  example: {
    token: '01890000-0000-7000-8000-000000000000.cairn-token-of-the-link-in-a-mail_000000000',
    password: 'a long enough phrase',
  },
})

export const listSessions = endpoint('listSessions', {
  method: 'GET',
  path: '/sessions',
  summary: 'Where one is signed in, newest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(z.object({ id: id(), agent: z.string(), createdAt: moment(), current: z.boolean() })),
})

export const signOutEverywhere = endpoint('signOutEverywhere', {
  method: 'DELETE',
  path: '/sessions',
  summary: 'End every session of one’s own, this one too',
  access: 'signed-in',
})
