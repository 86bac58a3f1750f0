import { describe, expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import * as people from '#people/contract.ts'
import { award, benchIn, held, mayNot, reason } from '#test/badge.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as badges from '../badge.contract.ts'
import { awardBadge } from './awarding.ts'

const world = openWorld()
const bench = (settings = {}) => benchIn(world, settings)

describe('nobody awards a badge to themselves:', () => {
  test('not whoever may award anything, in whatever letters, nor by what is slipped into the request', async () => {
    const { org, admin, lena, mei, badge } = await bench()
    for (const who of [admin, lena])
      for (const id of [who.id, who.id.toUpperCase()])
        expect(await mayNot(who, badge.id, { id })).toBe('badge.yourself')
    for (const more of [
      { awardedBy: mei.id },
      { by: { ruleId: 'r', madeBy: mei.id } },
      { awarded_by: null },
      { ruleId: 'r' },
    ])
      expect(await mayNot(admin, badge.id, { id: admin.id }, more)).toBe('unknown-field')
    expect(await org.countFacts('badge.awarded')).toBe(0)
  })

  test('not with the key of an award to somebody else', async () => {
    const { admin, mei, badge } = await bench()
    const params = { badgeId: badge.id }
    const key = 'award-once'
    await admin.does(badges.awardBadge, { params, body: { memberId: mei.id, reason }, key })
    const own = { params, body: { memberId: admin.id, reason }, key }
    expect((await admin.isRefused(badges.awardBadge, own)).code).toBe('idempotency.key-reused')
    expect(await held(admin, admin)).toEqual([])
  })

  test('not by a rule that one made, though it awards others', async () => {
    const { org, admin, lena, mei, badge } = await bench()
    const by = { ruleId: 'ten-helped', madeBy: lena.id }
    const rule = (memberId: string) =>
      org.as((scope) =>
        awardBadge(
          { ...scope, actor: { ...scope.actor, id: admin.id } },
          { badgeId: badge.id, memberId, level: 1, reason, by },
        ),
      )
    await expect(rule(lena.id)).rejects.toMatchObject({ code: 'input.invalid' })
    const first = await rule(mei.id)
    expect(first).toMatchObject({ awardedBy: null, member: { name: 'Mei Tanaka' } })
    expect((await rule(mei.id)).id).toBe(first.id)
    expect(await org.facts('badge.awarded')).toMatchObject([{ awardedBy: null, ruleId: 'ten-helped' }])
  })

  test('and the database refuses it too, however it comes about', async () => {
    const { org, admin, lena, mei, badge } = await bench()
    const { id } = await award(lena, badge.id, mei)
    const update = (values: object) =>
      org.as((scope) =>
        scope.db
          .updateTable('badgeAwards')
          .set(values)
          .where('orgId', '=', scope.org)
          .where('id', '=', id)
          .execute(),
      )
    await expect(update({ memberId: lena.id })).rejects.toThrow(/check/)
    await expect(update({ awardedBy: mei.id })).rejects.toThrow(/check/)
    await expect(update({ awardedBy: null })).rejects.toThrow(/check/)
    await expect(update({ awardedBy: null, ruleId: 'r', ruleMadeBy: mei.id })).rejects.toThrow(/check/)
    expect(await held(admin, mei)).toMatchObject([{ awardedBy: { id: lena.id } }])
  })

  test('nor does anybody award one to who left, or who left to anybody', async () => {
    const { admin, lena, mei, kofi, badge } = await bench()
    await admin.does(people.endMembership, { params: { memberId: mei.id } })
    expect(await mayNot(admin, badge.id, mei)).toBe('member.not-found')
    await admin.does(people.endMembership, { params: { memberId: lena.id } })
    expect(
      (
        await lena.isRefused(badges.awardBadge, {
          params: { badgeId: badge.id },
          body: { memberId: kofi.id, reason },
        })
      ).status,
    ).toBe(401)
  })
})

describe('a badge that is revoked', () => {
  const why = { reason: 'It was meant for somebody else.' }

  test('is gone from profile and feed, its holder is told why, and it can be awarded anew', async () => {
    const { org, lena, tomas, mei, badge } = await bench()
    const { id } = await award(lena, badge.id, mei)
    await world.settle()
    await lena.does(badges.revokeBadge, { params: { awardId: id }, body: why })
    await world.settle()
    const seen = async (who: Person) =>
      (await who.does(feed.getFeed)).items.map(({ kind, data }) => [kind, data.words])
    expect(await held(tomas, mei)).toEqual([])
    expect(await seen(tomas)).toEqual([])
    expect(await seen(mei)).toEqual([['badge.revoked', why.reason]])
    expect((await lena.isRefused(badges.revokeBadge, { params: { awardId: id }, body: why })).code).toBe(
      'badge.revoked',
    )
    expect(await org.countFacts('badge.revoked')).toBe(1)
    expect((await award(lena, badge.id, mei)).id).not.toBe(id)
  })

  test('is in no feed either when it is revoked before anybody heard of it', async () => {
    const { lena, tomas, mei, badge } = await bench()
    const { id } = await award(lena, badge.id, mei)
    await lena.does(badges.revokeBadge, { params: { awardId: id }, body: why })
    await world.settle()
    expect((await tomas.does(feed.getFeed)).items).toEqual([])
  })

  test('is revoked by who awarded it or designs badges, and by nobody else', async () => {
    const { admin, lena, tomas, mei, badge } = await bench()
    const { id } = await award(lena, badge.id, mei)
    for (const who of [mei, tomas])
      expect((await who.isRefused(badges.revokeBadge, { params: { awardId: id }, body: why })).code).toBe(
        'badge.not-yours-to-revoke',
      )
    await admin.does(badges.revokeBadge, { params: { awardId: id }, body: why })
  })
})

test('who holds a badge is listed for who designs badges', async () => {
  const { admin, lena, mei, badge, at } = await bench()
  await award(lena, badge.id, mei)
  expect((await lena.isRefused(badges.listBadgeAwards, at)).code).toBe('badge.not-designer')
  const { items } = await admin.does(badges.listBadgeAwards, at)
  expect(items).toMatchObject([{ member: { name: 'Mei Tanaka' }, can: { revoke: true } }])
})
