import { expect, test } from 'vitest'
import { endMembership } from '#people/contract.ts'
import { decide, plantWith, terms } from '#test/bonus.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'

const world = openWorld()

test('an administrator is told beforehand which groups have a chain that too few people can finish, and nobody else is', async () => {
  const { org, lab, admin, mira } = await plantWith(world)
  const told = async () => {
    const { unfinished } = await admin.does(bonuses.getBonusSettings)
    return unfinished.groups.map(({ group, step }) => [group.name, step.number, step.approver])
  }
  expect(await told()).toEqual([['Plant', 2, 'admin']])
  expect((await mira.does(bonuses.getBonusSettings)).unfinished).toEqual({ count: 0, groups: [] })
  const set = (chain: bonuses.Approver[]) =>
    admin.does(bonuses.setBonusSettings, { body: { ...terms, chain } })
  const { unfinished } = await set(['admin', 'admin'])
  expect(unfinished.count).toBe(2)
  expect(unfinished.groups.find(({ group }) => group.id === lab)?.step).toEqual({
    number: 2,
    approver: 'admin',
  })
  await org.person('Ben Otis', 'admin')
  await set(['admin'])
  expect(await told()).toEqual([])
})

test('before anybody manages a group or has a budget, it is told of the whole organization', async () => {
  const admin = await (await world.organization()).admin()
  const said = (chain: bonuses.Approver[]) =>
    admin.does(bonuses.setBonusSettings, { body: { ...terms, chain } })
  expect((await said(['manager-above'])).unfinished).toMatchObject({
    ...{ count: 1, groups: [{ step: { number: 1, approver: 'manager-above' } }] },
  })
})

test('who proposes is told which step nobody would be left to take, and for whom', async () => {
  const { org, lab, admin, olga, mira, ask } = await plantWith(world)
  const budget = async (who: typeof mira) => {
    const { items } = await who.does(bonuses.listBudgets, { query: { given: 'true' } })
    expect(items.map(({ group }) => group.id)).toEqual([lab])
    return items[0]
  }
  // For whoever manages above and administers: the one of two steps that the other would take is theirs.
  expect(await budget(mira)).toMatchObject({ missing: null })
  expect(new Set((await budget(mira))?.missingFor)).toEqual(new Set([olga.id, admin.id]))
  expect(await budget(olga)).toMatchObject({ missing: { number: 2, approver: 'admin' }, missingFor: [] })
  expect(await budget(admin)).toMatchObject({ missing: { number: 2, approver: 'admin' } })
  const { id } = await mira.does(bonuses.proposeBonus, ask())
  await decide(olga, id)
  expect(await decide(admin, id)).toMatchObject({ state: 'approved' })

  const ben = await org.person('Ben Otis', 'admin')
  expect(await budget(olga)).toMatchObject({ missing: null, missingFor: expect.arrayContaining([ben.id]) })
  expect((await budget(mira))?.missingFor).toEqual([])
  await admin.does(endMembership, { params: { memberId: ben.id } })
  expect(await budget(olga)).toMatchObject({ missing: { number: 2 } })
})
