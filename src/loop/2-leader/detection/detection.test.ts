import { expect, test } from 'vitest'
import * as talk from '#learning/talk.contract.ts'
import { endMembership } from '#people/contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { lent } from '../expertise/lent.ts'
import { setPurpose } from '../purpose.contract.ts'
import { computeRadar, getExpertise, getRadar } from '../radar.contract.ts'
import { addTopic, changeTopic } from '../topic.contract.ts'

const world = openWorld()

/** A company in which Dana answers everybody’s question on torque, Kofi is thanked by some, and Mei by one. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [lab, field] = [await org.group('Lab'), await org.group('Field')]
  const dana = await org.person('Dana Reyes', 'learner', lab)
  const [kofi, mei] = [await org.person('Kofi Mensah', 'learner', field), await org.person('Mei Tanaka')]
  const others: Person[] = []
  for (const [at, name] of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay'].entries())
    others.push(await org.person(name, 'learner', at % 2 === 0 ? lab : field))
  const courseId = await published(org, mei, documentOf({ s1: [] }))
  for (const one of others) {
    const params = { courseId }
    const { id: parentId } = await one.does(talk.commentOnCourse, { params, body: { body: 'Which way?' } })
    await dana.does(talk.commentOnCourse, { params, body: { body: 'Left.', parentId } })
  }
  const thank = (from: Person, toId: string) =>
    from.does(giveKudos, { body: { toIds: [toId], reason: 'For the torque gauge' } })
  for (const one of others.slice(0, 5)) await thank(one, kofi.id)
  await thank(kofi, mei.id)
  await world.settle()
  const compute = async () => {
    await admin.does(computeRadar)
    await world.settle()
  }
  return { org, admin, lab, field, dana, kofi, mei, others, thank, compute }
}

const shownTo = async (who: Person, query: { groupId?: string; topicId?: string } = {}) =>
  (await who.does(getRadar, { query })).items.map(({ member }) => member.name)

const rowsOf = (org: Organization, table: string) =>
  world.stored<{ memberId: string }>(org.id, `select * from ${table} order by 2`)

test('those who help most different people are shown with what their score is made of, to the last part', async () => {
  const { admin, dana, compute } = await company()
  expect((await admin.does(getRadar)).computed).toBeNull()
  await compute()
  const radar = await admin.does(getRadar)
  expect(radar.computed).toMatchObject({ signals: 13, leftOut: { self: 0, unknown: 0, future: 0, past: 0 } })
  expect(radar).toMatchObject({ percent: 5, members: 10, places: 1, isOn: true })
  expect(radar.items).toMatchObject([
    { member: { id: dana.id }, score: 1, people: 6, acts: 6, recent: 6, former: 0, isLeader: false },
  ])
  const [first] = radar.items
  expect(first?.parts).toEqual([
    {
      kind: 'answered',
      topic: null,
      share: expect.closeTo(1, 9),
      acts: 6,
      people: 6,
      groups: 2,
      since: '2026-03-02',
    },
  ])
  expect(first?.low).toBeLessThan(1)
})

test('behind the first whoever does much more than before is rising; who does no more than before is not', async () => {
  const { org, admin, dana, kofi, mei, others, thank, compute } = await company()
  const shown = async () => {
    const { items, rising } = await (await org.again(admin)).does(getRadar)
    return [items, rising].map((those) =>
      those.map(({ member, recent, former }) => [member.id, recent, former]),
    )
  }
  await compute()
  expect(await shown()).toEqual([[[dana.id, 6, 0]], [[kofi.id, 5, 0]]])
  const manyThank = async (whom: Person) => {
    for (const one of others.slice(0, 5)) await thank(await org.again(one), whom.id)
  }
  world.pass({ days: 100 })
  await manyThank(kofi)
  await manyThank(mei)
  world.pass({ days: 1 })
  await manyThank(mei)
  await world.settle()
  await (await org.again(admin)).does(computeRadar)
  await world.settle()
  // Kofi is thanked as often as in the time before, and stands behind Mei; whom one person thanked then, no figure is told of.
  expect(await shown()).toEqual([[[mei.id, null, null]], []])
})

test('what was done by hand adds up: shares of all parts are the whole score', async () => {
  const { admin, kofi, mei, thank, compute } = await company()
  await thank(mei, kofi.id)
  await world.settle()
  await compute()
  const params = { memberId: mei.id }
  const { expertise, subjects } = await mei.does(getExpertise, { params })
  expect(expertise?.parts.map(({ kind }) => kind).sort()).toEqual(['published', 'thanked'])
  expect(expertise?.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  expect(subjects).toMatchObject([{ kind: 'published', subject: 'course', acts: 1 }])
  // Others are not told: with so few it would say who was helped.
  expect(await admin.does(getExpertise, { params })).toEqual({
    ...{ expertise: null, influences: [], subjects: [] },
  })
})

test('a topic has its own first ones; a group has those who are in it', async () => {
  const { org, admin, lab, field, dana, compute } = await company()
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Zeroing', words: ['zero'] } })
  await compute()
  expect(await shownTo(admin, { topicId })).toEqual(['Dana Reyes'])
  expect(await shownTo(admin, { groupId: lab })).toEqual(['Dana Reyes'])
  expect(await shownTo(admin, { groupId: field })).toEqual(['Kofi Mensah'])
  const { expertise } = await dana.does(getExpertise, { params: { memberId: dana.id } })
  expect(expertise?.topics).toEqual([{ id: topicId, name: 'Zeroing' }])
  // Renamed meanwhile: what was counted keeps its topic, under the new name.
  await admin.does(changeTopic, { params: { topicId }, body: { name: 'Zero points', words: ['zero'] } })
  const { expertise: now } = await dana.does(getExpertise, { params: { memberId: dana.id } })
  expect(now?.topics).toEqual([{ id: topicId, name: 'Zero points' }])
  const scores = await world.stored<{ own: number; score: number; low: number; high: number; whole: number }>(
    org.id,
    'select t.own, t.score, t.low, t.high, e.score as whole from topic_expertise t join expertise e using (org_id, member_id)',
  )
  expect(scores.length).toBeGreaterThan(0)
  for (const { own, score, low, high, whole } of scores) {
    expect(own).toBeLessThanOrEqual(whole + 1e-9)
    expect(score).toBeCloseTo(own + lent * whole, 9)
    expect([low < score, score < high]).toEqual([true, true])
  }
})

test('who takes no part is nowhere: their scores go at once, and none is written while they are away', async () => {
  const { org, admin, dana, compute } = await company()
  await compute()
  expect(await shownTo(admin)).toEqual(['Dana Reyes'])
  await dana.does(leaveDetection)
  expect(await shownTo(admin)).toEqual(['Kofi Mensah'])
  await compute()
  for (const table of ['expertise', 'topic_expertise'])
    expect((await rowsOf(org, table)).map(({ memberId }) => memberId)).not.toContain(dana.id)
  expect((await admin.does(getExpertise, { params: { memberId: dana.id } })).expertise).toBeNull()
})

test('where detection is off nothing is computed, and what was computed is gone', async () => {
  const { org, admin, compute } = await company()
  await compute()
  const decision = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  expect(await admin.does(getRadar)).toMatchObject({ isOn: false, items: [], rising: [] })
  await world.settle()
  for (const table of ['expertise', 'topic_expertise', 'signals', 'evidence'])
    expect(await rowsOf(org, table), table).toEqual([])
  await compute()
  expect(await rowsOf(org, 'expertise')).toEqual([])
})

test('a run that breaks half-way has written nothing, and what was known stays', async () => {
  const { org, admin, compute } = await company()
  await compute()
  const before = await rowsOf(org, 'expertise')
  await world.owner.query(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'broken half-way'; end $$`)
  await world.owner.query('create trigger refuse before insert on detections execute function refuse()')
  const run = world.cairn.tasks.detection?.({ org: org.id })
  await expect(run).rejects.toThrow('broken half-way')
  expect(await rowsOf(org, 'expertise')).toEqual(before)
  await world.owner.query('drop trigger refuse on detections')
  await compute()
  expect(await shownTo(admin)).toEqual(['Dana Reyes'])
})

test('it is shown to those whom the organization named, each for their groups, and to oneself', async () => {
  const { org, admin, lab, field, dana, kofi, compute } = await company()
  await compute()
  const manager = await org.person('Mara Lind', 'manager', lab)
  expect(await shownTo(manager)).toEqual(['Dana Reyes'])
  const radar = await manager.does(getRadar)
  expect(radar.groups).toEqual([{ id: lab, name: 'Lab' }])
  expect(await manager.isRefused(getRadar, { query: { groupId: field } })).toMatchObject({ status: 403 })
  const of = (memberId: string) => ({ params: { memberId } })
  expect((await manager.does(getExpertise, of(dana.id))).expertise).not.toBeNull()
  expect(await manager.isRefused(getExpertise, of(kofi.id))).toMatchObject({ code: 'radar.not-yours' })
  expect((await kofi.does(getExpertise, of(kofi.id))).expertise?.people).toBe(5)
  expect(await kofi.isRefused(getRadar)).toMatchObject({ code: 'radar.not-yours' })
  expect(await kofi.isRefused(computeRadar)).toMatchObject({ code: 'radar.not-yours' })
  const decision = { isOn: true, legalNote: 'Agreement of May', keepDays: 90, seenBy: 'everyone' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  expect(await shownTo(kofi)).toEqual(['Dana Reyes'])
})

test('whoever left is not shown, and what they did for others no longer stands in the way of anybody', async () => {
  const { org, admin, dana, compute } = await company()
  await compute()
  await admin.does(endMembership, { params: { memberId: dana.id } })
  expect(await shownTo(admin)).toEqual(['Kofi Mensah'])
  await compute()
  expect((await rowsOf(org, 'expertise')).map(({ memberId }) => memberId)).not.toContain(dana.id)
})
