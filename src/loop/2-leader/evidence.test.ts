import { expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import { openWorld } from '#test/world.ts'
import { claimNeed, listEvidence } from './contract.ts'

const world = openWorld()

test('what someone has shown to know is seen by those who may see where, the newest first', async () => {
  const org = await world.organization()
  const board = await org.group('Board', { private: true })
  const insider = await org.person('Insider', 'leader', board)
  await org.grant(insider.id, org.root, 'learner')
  const outsider = await org.person('Outsider')
  for (const [title, groupId] of [
    ['How to zero a gauge', org.root],
    ['What the board decided', board],
  ] as const) {
    const { id } = await insider.does(raiseNeed, { body: { title, details: '', groupId } })
    await insider.does(claimNeed, { params: { needId: id } })
  }
  await world.settle()
  const params = { memberId: insider.id }
  const seenBy = async (person: typeof insider) =>
    (await person.does(listEvidence, { params })).items.map(({ words }) => words)
  expect(await seenBy(insider)).toEqual(['What the board decided', 'How to zero a gauge'])
  expect(await seenBy(outsider)).toEqual(['How to zero a gauge'])
  const nobody = { params: { memberId: board } }
  expect((await outsider.isRefused(listEvidence, nobody)).status).toBe(404)
})
