import { expect, test } from 'vitest'
import * as talk from '#learning/talk.contract.ts'
import { endMembership } from '#people/contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { setFewestTold } from '../fewest.contract.ts'
import { computeRadar, getExpertise, getRadar } from '../radar.contract.ts'
import { addTopic } from '../topic.contract.ts'

const world = openWorld()

/**
 * Dana answers five experts, each of whom answers two newcomers; Kofi answers the five newcomers: all on zeroing. All five
 * thank Kofi for something else. Zoe, where she is there, is answered by Dana and answers two newcomers.
 */
async function company(hasZoe: boolean) {
  const org = await world.organization()
  const admin = await org.admin()
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Zeroing', words: ['zero'] } })
  const all = async (names: string[]) => {
    const people: Person[] = []
    for (const name of names) people.push(await org.person(name))
    return people
  }
  const [author, dana, kofi] = (await all(['Mei Tanaka', 'Dana Reyes', 'Kofi Mensah'])) as [
    Person,
    Person,
    Person,
  ]
  const experts = await all(['Ann', 'Ben', 'Cem', 'Dom', 'Eva'])
  const newcomers = await all(['Fay', 'Gus', 'Hal', 'Ina', 'Jan'])
  const params = { courseId: await published(org, author, documentOf({ s1: [] })) }
  const answers = async (helper: Person, asker: Person) => {
    const { id: parentId } = await asker.does(talk.commentOnCourse, { params, body: { body: 'Which way?' } })
    await helper.does(talk.commentOnCourse, { params, body: { body: 'Left.', parentId } })
  }
  const zoe = hasZoe ? await org.person('Zoe') : null
  const asked = zoe ? [...experts, zoe] : experts
  for (const [at, expert] of asked.entries()) {
    await answers(dana, expert)
    for (const next of [at, at + 1]) await answers(expert, newcomers[next % 5] as Person)
  }
  for (const newcomer of newcomers) await answers(kofi, newcomer)
  await world.settle()
  const compute = async () => {
    await admin.does(computeRadar)
    await world.settle()
  }
  return { org, admin, topicId, dana, kofi, experts, zoe, compute }
}

/** Everybody's influence by name, overall and on topics. */
async function influences({ id }: Organization) {
  const of = async (table: string) => {
    const rows = await world.stored<{ name: string; influence: number }>(
      id,
      `select m.name, e.influence from ${table} e join members m on m.org_id = e.org_id and m.id = e.member_id`,
    )
    return new Map(rows.map(({ name, influence }) => [name, influence]))
  }
  return { overall: await of('expertise'), topical: await of('topic_expertise') }
}

test('who is asked by those who are asked has more influence than who helped as many newcomers, on a topic and overall', async () => {
  const { admin, topicId, dana, kofi, experts, compute } = await company(false)
  await compute()
  const of = async (who: Person, reader = admin) => {
    const read = await reader.does(getExpertise, { params: { memberId: who.id } })
    return {
      score: read.expertise?.score,
      overall: read.expertise?.influence ?? 0,
      influences: read.influences,
    }
  }
  const [hers, his] = [await of(dana), await of(kofi)]
  expect(hers.score).toBeCloseTo(his.score ?? 0, 9)
  expect(hers.overall).toBeGreaterThan(1.2 * his.overall)
  expect(hers.influences).toEqual([
    { topic: { id: topicId, name: 'Zeroing' }, influence: expect.closeTo(hers.overall, 6) },
  ])
  // Thanks are on no topic: they change what he has overall, and nothing on the topic.
  for (const one of experts)
    await one.does(giveKudos, { body: { toIds: [kofi.id], reason: 'For all the coffee' } })
  await world.settle()
  await compute()
  const now = await of(kofi)
  expect(now.overall).toBeGreaterThan(his.overall)
  expect(now.influences[0]?.influence).toBeCloseTo(his.influences[0]?.influence ?? 0, 9)
  const shown = (await admin.does(getRadar, { query: { topicId } })).items
  expect(shown.find(({ member }) => member.id === kofi.id)?.influence).toBeCloseTo(
    now.influences[0]?.influence ?? 0,
    9,
  )
  // He helped ten, and five of them on the topic.
  await admin.does(setFewestTold, { body: { people: 6 } })
  expect(await of(kofi)).toMatchObject({ overall: now.overall, influences: [] })
  expect((await of(kofi, kofi)).influences).toEqual(now.influences)
  // Of who helped two only they themselves read it.
  const [ann] = experts as [Person]
  expect(await of(ann)).toMatchObject({ overall: 0, influences: [] })
  expect((await of(ann, ann)).influences).toMatchObject([{ topic: { id: topicId } }])
})

for (const [who, go] of [
  ['takes no part', (_: Person, zoe: Person) => zoe.does(leaveDetection)],
  ['left', (admin: Person, zoe: Person) => admin.does(endMembership, { params: { memberId: zoe.id } })],
] as const)
  test(`whoever ${who} has no influence, and passes none on: it is as if they had never been`, async () => {
    const [joined, without] = [await company(true), await company(false)]
    await joined.compute()
    await without.compute()
    const before = await influences(joined.org)
    const never = await influences(without.org)
    expect(before.overall.get('Zoe')).toBeGreaterThan(0)
    expect(before.overall.get('Dana Reyes')).not.toBeCloseTo(never.overall.get('Dana Reyes') ?? 0, 3)
    await go(joined.admin, joined.zoe as Person)
    await world.settle()
    await joined.compute()
    const after = await influences(joined.org)
    for (const which of ['overall', 'topical'] as const) {
      expect([...after[which].keys()].sort()).toEqual([...never[which].keys()].sort())
      for (const [name, influence] of after[which])
        expect([name, influence]).toEqual([name, expect.closeTo(never[which].get(name) ?? 0, 6)])
    }
  })
