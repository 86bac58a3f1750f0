import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import { getFeed } from '#feed/contract.ts'
import { given, readers, tip } from '#test/contributing.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as contract from './contribution.contract.ts'
import { setLadderChoices } from './ladder.contract.ts'

const world = openWorld()
const at = ({ id }: { id: string }) => ({ params: { contributionId: id } })
/** What somebody is told of contributions, the newest first. */
const told = async (who: Person) => {
  await world.settle()
  const { items } = await who.does(getFeed, { query: { only: 'personal' } })
  return items.map(({ kind }) => kind).filter((kind) => /^(contribution|ladder)\./.test(kind))
}

test('the author hears what was given, as long as it waits; whoever gave it what became of it, as long as that holds', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await mei.does(contract.makeContribution, given(courseId, tip()))
  expect([await told(dana), await told(mei)]).toEqual([['contribution.made'], []])
  await mei.does(contract.withdrawContribution, at(made))
  expect(await told(dana)).toEqual([])
  await mei.does(contract.returnContribution, at(made))
  expect(await told(dana)).toEqual(['contribution.made'])
  const words = { body: { words: 'The next step says it.' } }
  await dana.does(contract.declineContribution, { ...at(made), ...words })
  expect(await told(mei)).toEqual(['contribution.declined'])
  await dana.does(contract.undeclineContribution, at(made))
  expect(await told(mei)).toEqual([])
  await dana.does(contract.takeContribution, { ...at(made), body: { edition: 1 } })
  expect(await told(mei)).toEqual(['contribution.taken'])
  await org.as((scope) => publishCourse(scope, courseId, null))
  expect(await told(mei)).toEqual(['contribution.credited', 'contribution.taken'])
})

test('a proposal is news to whom it is made, and to nobody else', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  await mei.does(contract.makeContribution, given(courseId, tip()))
  await world.cairn.tasks.ladder?.({ org: org.id })
  expect(await told(mei)).toEqual(['ladder.proposed'])
  expect(await told(dana)).toEqual(['contribution.made'])
  const { items } = await mei.does(getFeed, { query: { only: 'personal' } })
  expect(items[0]).toMatchObject({ reason: 'you-help', data: { rung: 'clip', path: expect.any(String) } })
})

test('whoever does not want to be named on courses is not, and is again when they want to', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await mei.does(contract.makeContribution, given(courseId, tip()))
  await dana.does(contract.takeContribution, { ...at(made), body: { edition: 1 } })
  await org.as((scope) => publishCourse(scope, courseId, null))
  await world.settle()
  const named = async () => (await dana.does(contract.listContributors, { params: { courseId } })).total
  expect(await named()).toBe(1)
  const choose = (isNamed: boolean) => mei.does(setLadderChoices, { body: { isNamed, isShown: false } })
  await choose(false)
  expect(await named()).toBe(0)
  await choose(false)
  expect(await org.countFacts('ladder.chosen')).toBe(1)
  await choose(true)
  expect(await named()).toBe(1)
})
