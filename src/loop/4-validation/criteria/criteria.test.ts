import { expect, test } from 'vitest'
import { approve, changes, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '../contract.ts'
import * as criteria from '../criteria.contract.ts'
import { getPolicies, setPolicy } from '../policy.contract.ts'
import { usualPolicy } from '../queue/policy.ts'
import { mostCriteria, usualCriteria } from './names.ts'

const world = openWorld()

const level = (text: string) => ({ text, example: '' })
const safe = {
  name: 'Safe to follow',
  question: 'Could somebody get hurt?',
  levels: ['Yes.', 'Perhaps.', 'No.', 'One learns to notice.'].map(level),
}
const own = { weight: 5, passesAt: 3, words: safe }
const at = (groupId: string) => ({ params: { groupId } })
const on = (groupId: string, key: string) => ({ params: { groupId, key } })

test('until somebody says otherwise people judge by Cairn’s criteria, and everybody may read them', async () => {
  const { dana, lab } = await room(world)
  const { items, can } = await dana.does(criteria.getCriteria, at(lab))
  expect(items.map(({ key }) => key)).toEqual(usualCriteria)
  expect(items.every(({ from, words, weight }) => from === null && words === null && weight > 0)).toBe(true)
  expect(can.change).toBe(false)
})

test('a group has criteria of its own, which hold below it until a nearer group says something else or leaves it', async () => {
  const { org, admin, dana, lab } = await room(world)
  const { key, items } = await admin.does(criteria.addCriterion, { ...at(org.root), body: own })
  expect(items.at(-1)).toMatchObject({ key, words: safe, weight: 5, from: { id: org.root } })
  const inLab = async () =>
    (await dana.does(criteria.getCriteria, at(lab))).items.find((one) => one.key === key)
  expect(await inLab()).toMatchObject({ weight: 5, from: { id: org.root }, isBorrowed: false })
  await admin.does(criteria.setCriterion, { ...on(lab, key), body: { ...own, weight: 0 } })
  expect(await inLab()).toMatchObject({ weight: 0, from: { id: lab }, isBorrowed: true })
  await admin.does(criteria.leaveCriterion, on(lab, key))
  expect(await inLab()).toMatchObject({ weight: 5, from: { id: org.root } })
  await admin.does(criteria.leaveCriterion, on(org.root, key))
  expect(await inLab()).toBeUndefined()
  // Taken out by mistake: it is there again, the same one.
  await admin.does(criteria.setCriterion, { ...on(org.root, key), body: own })
  expect(await inLab()).toMatchObject({ key, words: safe, weight: 5, from: { id: org.root } })
})

test('the words of a criterion of Cairn’s may be an organization’s own, and Cairn’s again', async () => {
  const { admin, lab } = await room(world)
  const clarity = async (body: criteria.Criterion | object) =>
    (await admin.does(criteria.setCriterion, { ...on(lab, 'clarity'), body: body as typeof own })).items.find(
      ({ key }) => key === 'clarity',
    )
  expect(await clarity(own)).toMatchObject({ words: safe, weight: 5 })
  expect(await clarity({ ...own, words: null })).toMatchObject({ words: null, weight: 5 })
})

test('criteria are changed by whoever manages the group, each change once on record; without words only Cairn’s own', async () => {
  const { org, admin, dana, lab } = await room(world)
  for (const refused of [
    await dana.isRefused(criteria.addCriterion, { ...at(lab), body: own }),
    await dana.isRefused(criteria.setCriterion, { ...on(lab, 'clarity'), body: own }),
    await dana.isRefused(criteria.leaveCriterion, on(lab, 'clarity')),
  ])
    expect(refused).toMatchObject({ status: 403, code: 'charter.not-yours' })
  const { key } = await admin.does(criteria.addCriterion, { ...at(lab), body: own })
  const nameless = { ...on(lab, key), body: { ...own, words: null } }
  expect((await admin.isRefused(criteria.setCriterion, nameless)).faults).toMatchObject([
    { pointer: '/words', code: 'criterion.no-words' },
  ])
  const unknown = { ...on(lab, crypto.randomUUID()), body: own }
  expect(await admin.isRefused(criteria.setCriterion, unknown)).toMatchObject({ status: 404 })
  for (const _ of [1, 2])
    await admin.does(criteria.setCriterion, { ...on(lab, key), body: { ...own, weight: 2 } })
  for (const _ of [1, 2]) await admin.does(criteria.leaveCriterion, on(lab, key))
  const said = { before: own, after: { ...own, weight: 2 } }
  expect(await org.facts('criterion.changed')).toEqual([
    { groupId: lab, criterion: key, before: null, after: own },
    { groupId: lab, criterion: key, ...said },
    { groupId: lab, criterion: key, before: said.after, after: null },
  ])
})

test('a group knows so many criteria at most: whoever judges looks at each', async () => {
  const { admin, lab } = await room(world)
  let last = ''
  for (let made = usualCriteria.length; made < mostCriteria; made += 1)
    last = (await admin.does(criteria.addCriterion, { ...at(lab), body: own })).key
  const refused = await admin.isRefused(criteria.addCriterion, { ...at(lab), body: own })
  expect(refused).toMatchObject({ status: 409, code: 'criterion.full', most: mostCriteria })
  await admin.does(criteria.leaveCriterion, on(lab, last))
  await admin.does(criteria.addCriterion, { ...at(lab), body: own })
  const again = await admin.isRefused(criteria.setCriterion, { ...on(lab, last), body: own })
  expect(again).toMatchObject({ status: 409, code: 'criterion.full' })
})

test('a reviewer judges level by level; the author and co-reviewers read it once the verdict is given', async () => {
  const { dana, priya, kofi, ask, admin, lab } = await room(world)
  await say(admin, lab, { approvals: 2 })
  const reviewId = await ask(priya.id, kofi.id)
  const params = { reviewId }
  await priya.does(criteria.judge, {
    params: { reviewId, criterion: 'clarity' },
    body: { level: 2, note: 'Twice' },
  })
  const sees = async (who: typeof dana) =>
    (await who.does(reviews.getReview, { params })).judgements.map(
      ({ member, criterion, level, note }) => `${member.name}: ${criterion} ${level} ${note}`,
    )
  const told = ['Priya Nair: clarity 2 Twice']
  expect([await sees(priya), await sees(dana), await sees(kofi)]).toEqual([told, [], []])
  await priya.does(reviews.giveVerdict, { params, ...approve })
  expect([await sees(dana), await sees(kofi)]).toEqual([told, told])
  await priya.does(criteria.judge, { params: { reviewId, criterion: 'clarity' }, body: { level: null } })
  expect(await sees(dana)).toEqual([])
})

test('in a blind round co-reviewers read what was judged after their own verdict, and nobody is named', async () => {
  const { dana, priya, kofi, ask, admin, lab } = await room(world)
  await say(admin, lab, { approvals: 2, isBlind: true, approvers: ['reviewers'] })
  const reviewId = await ask()
  const params = { reviewId }
  await priya.does(criteria.judge, { params: { reviewId, criterion: 'accuracy' }, body: { level: 4 } })
  await priya.does(reviews.giveVerdict, { params, ...approve })
  const names = async (who: typeof dana) =>
    (await who.does(reviews.getReview, { params })).judgements.map(({ member }) => member.name)
  expect([await names(priya), await names(kofi), await names(dana)]).toEqual([['Priya Nair'], [], ['']])
  await kofi.does(reviews.giveVerdict, { params, ...approve })
  expect(await names(kofi)).toEqual([''])
})

test('nobody judges what they were not asked for, by what is not judged there, or once the round is over', async () => {
  const { dana, priya, kofi, ask } = await room(world)
  const reviewId = await ask(priya.id)
  const to = (criterion: string) => ({ params: { reviewId, criterion }, body: { level: 3 } })
  expect(await dana.isRefused(criteria.judge, to('clarity'))).toMatchObject({ code: 'review.not-yours' })
  expect(await kofi.isRefused(criteria.judge, to('clarity'))).toMatchObject({ status: 404 })
  expect(await priya.isRefused(criteria.judge, to(crypto.randomUUID()))).toMatchObject({ status: 404 })
  await priya.does(reviews.giveVerdict, { params: { reviewId }, ...approve })
  expect(await priya.isRefused(criteria.judge, to('clarity'))).toMatchObject({ code: 'review.closed' })
})

test('whoever approves has found the course good enough on what must pass, and cannot think worse of it afterwards in silence', async () => {
  const { priya, kofi, ask, admin, lab } = await room(world)
  await say(admin, lab, { approvals: 2, mustPass: ['accuracy', 'clarity'] })
  const reviewId = await ask(priya.id, kofi.id)
  const params = { reviewId }
  const judge = (criterion: string, to: number) => ({ params: { reviewId, criterion }, body: { level: to } })
  const refused = async () => priya.isRefused(reviews.giveVerdict, { params, ...approve })
  expect(await refused()).toMatchObject({ code: 'review.unjudged', criterion: 'accuracy', count: 2 })
  await priya.does(criteria.judge, judge('accuracy', 3))
  await priya.does(criteria.judge, judge('clarity', 2))
  expect(await refused()).toMatchObject({ code: 'review.not-passed', criterion: 'clarity', count: 1 })
  await priya.does(criteria.judge, judge('clarity', 3))
  await priya.does(reviews.giveVerdict, { params, ...approve })
  const worse = await priya.isRefused(criteria.judge, judge('clarity', 1))
  expect(worse).toMatchObject({ status: 409, code: 'review.not-passed' })
  // To ask for changes nothing needs to be judged.
  await kofi.does(reviews.giveVerdict, { params, ...changes })
})

test('a round keeps the criteria and what must pass as they were when it was asked for', async () => {
  const { priya, ask, admin, lab } = await room(world)
  const { key } = await admin.does(criteria.addCriterion, { ...at(lab), body: own })
  await say(admin, lab, { mustPass: [key] })
  const reviewId = await ask(priya.id)
  await admin.does(criteria.leaveCriterion, on(lab, key))
  await say(admin, lab)
  const { criteria: asked } = await priya.does(reviews.getReview, { params: { reviewId } })
  expect(asked.at(-1)).toEqual({ key, ...own, mustPass: true })
  expect(await priya.isRefused(reviews.giveVerdict, { params: { reviewId }, ...approve })).toMatchObject({
    code: 'review.unjudged',
  })
})

test('a policy asks only for what is judged in its group; what is not judged any more stops nobody', async () => {
  const { priya, ask, admin, lab } = await room(world)
  const body = { ...usualPolicy, mustPass: [crypto.randomUUID()] }
  const policy = { groupId: lab, kind: 'any' as const }
  expect((await admin.isRefused(setPolicy, { params: policy, body })).faults).toMatchObject([
    { pointer: '/mustPass', code: 'policy.no-criterion' },
  ])
  await say(admin, lab, { mustPass: ['clarity'] })
  expect((await admin.does(getPolicies, at(lab))).items[0]?.mustPass).toEqual(['clarity'])
  await admin.does(criteria.setCriterion, {
    ...on(lab, 'clarity'),
    body: { weight: 0, passesAt: 3, words: null },
  })
  expect((await admin.does(getPolicies, at(lab))).items[0]?.mustPass).toEqual([])
  const reviewId = await ask(priya.id)
  await priya.does(reviews.giveVerdict, { params: { reviewId }, ...approve })
})
