import { expect, test } from 'vitest'
import * as talk from '#learning/talk.contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import { laboratoryIn, needOf } from '#test/signal.ts'
import { openWorld } from '#test/world.ts'
import { claimNeed, leaveDetection, returnToDetection } from '../contract.ts'
import { listMySignals } from '../held.contract.ts'

/** What is kept of who takes no part, and of whom nobody may read. */
const world = openWorld()
const laboratory = () => laboratoryIn(world)

test('of who takes no part nothing is kept, neither as helper nor as helped', async () => {
  const { dana, mei, kofi, kept } = await laboratory()
  const thank = (from: typeof mei, to: typeof mei) =>
    from.does(giveKudos, { body: { toIds: [to.id], reason: 'For the torque gauge' } })
  await thank(mei, dana)
  await thank(dana, kofi)
  expect(await kept()).toEqual(['Dana thanked Mei', 'Kofi thanked Dana'])
  await dana.does(leaveDetection)
  await thank(kofi, dana)
  await thank(dana, mei)
  expect(await kept()).toEqual([])
  await dana.does(returnToDetection)
  await thank(dana, mei)
  expect(await kept()).toEqual(['Mei thanked Dana'])
})

test('what was done for who takes no part stays theirs who did it, without a name', async () => {
  const lab = await laboratory()
  const params = { needId: await needOf(lab, 'How to zero a gauge') }
  await lab.dana.does(claimNeed, { params })
  expect(await lab.kept()).toEqual(['Dana claimed Mei'])
  await lab.mei.does(leaveDetection)
  expect(await lab.kept()).toEqual(['Dana claimed -'])
})

test('a reader who takes no part any more no longer counts among those who found a course useful', async () => {
  const { org, dana, mei, kofi, kept, useful } = await laboratory()
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  for (const one of [mei, kofi])
    await one.does(talk.reactToCourse, { params: { courseId, kind: 'useful' }, query: { anchor: '' } })
  expect([await kept(), await useful()]).toEqual([
    ['Dana published -', 'Dana useful Mei', 'Dana useful Kofi'],
    2,
  ])
  await mei.does(leaveDetection)
  expect([await kept(), await useful()]).toEqual([['Dana published -', 'Dana useful Kofi'], 1])
})

test('of private thanks it is kept who gave them for counting alone, and nobody reads it', async () => {
  const { org, dana, mei, kept } = await laboratory()
  const body = { toIds: [dana.id], reason: 'For the torque gauge', isPrivate: true }
  await mei.does(giveKudos, { body })
  expect(await kept()).toEqual(['Dana thanked -'])
  const veiled = () => world.stored(org.id, 'select veiled_id from signals')
  expect(await veiled()).toEqual([{ veiledId: mei.id }])
  expect((await dana.does(listMySignals)).items).toMatchObject([{ kind: 'thanked', other: null }])
  expect((await mei.does(listMySignals)).items).toEqual([])
  await mei.does(leaveDetection)
  expect(await veiled()).toEqual([])
})
