import { expect, test } from 'vitest'
import { giveKudos } from '#recognition/contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { computeRadar, getExpertise } from '../radar.contract.ts'

const world = openWorld()

test('private thanks that two give one another count for nothing, those of several people count, and nobody is named', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah'),
  ]
  const others = [await org.person('Ann'), await org.person('Ben'), await org.person('Cem')]
  const thank = (from: Person, to: Person) =>
    from.does(giveKudos, { body: { toIds: [to.id], reason: 'For the gauge', isPrivate: true } })
  for (let day = 0; day < 5; day += 1) {
    await thank(dana, mei)
    await thank(mei, dana)
    world.pass({ days: 1 })
  }
  for (const one of others) await thank(one, kofi)
  await world.settle()
  await admin.does(computeRadar)
  await world.settle()
  const rows = await world.stored<{ memberId: string; people: number }>(
    org.id,
    'select member_id, people from expertise',
  )
  expect(rows).toEqual([{ memberId: kofi.id, people: 3 }])
  const told = await kofi.does(getExpertise, { params: { memberId: kofi.id } })
  expect(told.expertise?.parts).toMatchObject([{ kind: 'thanked', acts: 3, people: 3 }])
  for (const one of others) expect(JSON.stringify(told)).not.toContain(one.id)
})
