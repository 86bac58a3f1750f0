import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { documentOf, truth, words, write } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import { getCharter, leaveCharterRule, setCharterRule } from '../charter.contract.ts'
import { askForReview } from '../contract.ts'
import { type RuleName, ruleNames, usualRules } from './names.ts'

const world = openWorld()

/** An organization with a group, a course in it that has everything but a day to look again, and who could review it. */
async function desk() {
  const org = await world.organization()
  const admin = await org.admin()
  const lab = await org.group('Lab')
  const dana = await org.person('Dana Reyes', 'leader', lab)
  const priya = await org.person('Priya Nair', 'reviewer', lab)
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: lab },
  })
  await write(dana, course.id, documentOf({ s1: [words('w1', 'Wait until it rests.'), truth('q1')] }))
  const at = { params: { courseId: course.id } }
  const ask = { ...at, body: { reviewerIds: [priya.id] } }
  const rule = async (groupId: string, name: RuleName) => {
    const { rules } = await dana.does(getCharter, { params: { groupId } })
    return rules.find((one) => one.rule === name)
  }
  const set = (
    groupId: string,
    name: RuleName,
    level: 'off' | 'warn' | 'block',
    figure: number | null = null,
  ) => admin.does(setCharterRule, { params: { groupId, rule: name }, body: { level, figure } })
  return { org, admin, lab, dana, priya, at, ask, rule, set }
}

test('until somebody says otherwise the usual charter holds, and everybody may read it', async () => {
  const { dana, lab } = await desk()
  const charter = await dana.does(getCharter, { params: { groupId: lab } })
  expect(charter.rules.map(({ rule }) => rule)).toEqual(ruleNames)
  for (const { rule, level, figure, from } of charter.rules)
    expect({ level, figure, from }).toEqual({
      level: usualRules[rule].level,
      figure: usualRules[rule].figure?.usual ?? null,
      from: null,
    })
  expect(charter.can.change).toBe(false)
})

test('what a group says of a rule holds below it too, until a nearer group says something else or leaves it', async () => {
  const { org, lab, rule, set, admin } = await desk()
  await set(org.root, 'expiry', 'block', 12)
  expect(await rule(lab, 'expiry')).toMatchObject({ level: 'block', figure: 12, from: { id: org.root } })
  await set(lab, 'expiry', 'off', 6)
  expect(await rule(lab, 'expiry')).toMatchObject({ level: 'off', figure: 6, from: { id: lab, name: 'Lab' } })
  expect(await rule(org.root, 'expiry')).toMatchObject({ level: 'block', figure: 12 })
  await admin.does(leaveCharterRule, { params: { groupId: lab, rule: 'expiry' } })
  expect(await rule(lab, 'expiry')).toMatchObject({ level: 'block', figure: 12, from: { id: org.root } })
})

test('a course that a rule stops is not put before anybody, and is as soon as it is put right', async () => {
  const { org, dana, at, ask, set } = await desk()
  await set(org.root, 'expiry', 'block', 24)
  const refused = await dana.isRefused(askForReview, ask)
  expect(refused).toMatchObject({ status: 409, code: 'review.charter', rule: 'expiry', count: 1 })
  await dana.does(courses.setVerifyBy, { ...at, body: { day: '2026-12-31' } })
  expect((await dana.does(courses.getDraft, at)).verifyBy).toBe('2026-12-31')
  await dana.does(askForReview, ask)
})

test('a rule that only warns, or is off, stops nothing', async () => {
  const { lab, dana, ask, set } = await desk()
  await set(lab, 'sources', 'warn')
  await set(lab, 'feedback', 'off')
  await dana.does(askForReview, ask)
})

test('a charter is changed by whoever manages the group, within what a figure may be, and each change is on record', async () => {
  const { org, dana, lab, admin, set } = await desk()
  const params = { groupId: lab, rule: 'step-length' as const }
  const refused = await dana.isRefused(setCharterRule, { params, body: { level: 'block', figure: 5 } })
  expect(refused).toMatchObject({ status: 403, code: 'charter.not-yours' })
  expect(await dana.isRefused(leaveCharterRule, { params })).toMatchObject({ status: 403 })
  for (const figure of [null, 0, 61])
    expect(
      (await admin.isRefused(setCharterRule, { params, body: { level: 'warn', figure } })).faults,
    ).toEqual([expect.objectContaining({ pointer: '/figure', code: 'charter.figure' })])
  const captions = { groupId: lab, rule: 'captions' as const }
  const body = { level: 'warn' as const, figure: 3 }
  expect((await admin.isRefused(setCharterRule, { params: captions, body })).faults).toMatchObject([
    { pointer: '/figure', code: 'charter.no-figure' },
  ])
  await set(lab, 'step-length', 'block', 5)
  await set(lab, 'step-length', 'block', 5)
  await set(lab, 'step-length', 'warn', 5)
  expect(await org.facts('charter.changed')).toEqual([
    { groupId: lab, rule: 'step-length', before: null, after: { level: 'block', figure: 5 } },
    {
      groupId: lab,
      rule: 'step-length',
      before: { level: 'block', figure: 5 },
      after: { level: 'warn', figure: 5 },
    },
  ])
})

test('the day until which a course holds is its author’s to say, is on record, and must be a day', async () => {
  const { org, dana, priya, at } = await desk()
  const body = { day: '2027-02-28' }
  expect((await priya.isRefused(courses.setVerifyBy, { ...at, body })).status).toBe(404)
  expect((await dana.isRefused(courses.setVerifyBy, { ...at, body: { day: '2027-02-30' } })).status).toBe(422)
  await dana.does(courses.setVerifyBy, { ...at, body })
  await dana.does(courses.setVerifyBy, { ...at, body })
  await dana.does(courses.setVerifyBy, { ...at, body: { day: null } })
  const about = { courseId: at.params.courseId }
  expect(await org.facts('course.dated')).toEqual([
    { ...about, before: null, verifyBy: '2027-02-28' },
    { ...about, before: '2027-02-28', verifyBy: null },
  ])
})
