import * as badges from '#recognition/badge.contract.ts'
import type { Person } from './organization.ts'
import type { World } from './world.ts'

export const words = {
  name: 'Keeper of the bench',
  description: 'Keeps the instruments of a bench true.',
  criteria: 'You zeroed the instruments of your bench for a quarter.',
  levels: [
    { name: 'First stone', criteria: '' },
    { name: 'Second stone', criteria: 'And showed somebody how.' },
    { name: 'Third stone', criteria: 'And wrote it down.' },
  ],
  drawing: { shape: 'stone', colour: 'pine', symbol: 'cairn', trim: 'ring' } as const,
}
export const design = { ...words, awarders: 'managers' as const, isPublic: true }
export const reason = 'You kept bench four true all winter.'

/** A badge, and people of two groups around it. */
export async function benchIn(
  world: World,
  settings: { awarders?: 'designers' | 'managers' | 'leaders'; isPublic?: boolean } = {},
) {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const [admin, lena, tomas, mei, kofi] = [
    await org.admin(),
    await org.person('Lena Vogt', 'manager', lab),
    await org.person('Tomas Lindqvist', 'leader', lab),
    await org.person('Mei Tanaka', 'learner', lab),
    await org.person('Kofi Mensah', 'learner', await org.group('Sales')),
  ]
  const badge = await admin.does(badges.designBadge, { body: { ...design, ...settings } })
  const at = { params: { badgeId: badge.id } }
  return { org, lab, admin, lena, tomas, mei, kofi, badge, at }
}

export const award = (by: Person, badgeId: string, to: { id: string }, more: object = {}) =>
  by.does(badges.awardBadge, { params: { badgeId }, body: { memberId: to.id, reason, ...more } })
/** The code of why somebody may not award a badge. */
export const mayNot = async (by: Person, badgeId: string, to: { id: string }, more: object = {}) => {
  const body = { memberId: to.id, reason, ...more }
  const problem = await by.isRefused(badges.awardBadge, { params: { badgeId }, body })
  return problem.faults?.[0]?.code ?? problem.code
}
export const held = async (by: Person, of: { id: string }) =>
  (await by.does(badges.listMemberBadges, { params: { memberId: of.id } })).items

/** A badge that the author of a setting was awarded, for a course of its private group. */
export async function badgeIn({ admin, author }: { admin: Person; author: Person }, courseId: string) {
  const { id: badgeId } = await admin.does(badges.designBadge, { body: design })
  const why = { memberId: author.id, reason: 'A secret reason to award', courseId }
  const { id: awardId } = await admin.does(badges.awardBadge, { params: { badgeId }, body: why })
  return { badgeId, awardId }
}
