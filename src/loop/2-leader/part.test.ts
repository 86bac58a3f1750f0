import { expect, test } from 'vitest'
import { commentOnCourse } from '#learning/talk.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { giveKudos, withdrawKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import { switchOn } from '#test/purpose.ts'
import { openWorld } from '#test/world.ts'
import {
  claimNeed,
  getMyDetection,
  leaveDetection,
  listEvidence,
  returnToDetection,
  suggestExperts,
} from './contract.ts'
import { startImport, takeImportPart } from './import.contract.ts'

const world = openWorld()

async function laboratory() {
  const org = await world.organization()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah', 'leader'),
  ]
  const needOn = async (title: string) =>
    (await mei.does(raiseNeed, { body: { title, details: '', groupId: org.root } })).id
  const take = async (title: string) => {
    await dana.does(claimNeed, { params: { needId: await needOn(title) } })
    await world.settle()
  }
  const kept = async () => (await dana.does(getMyDetection)).traces
  const suggested = async (title = 'Zero a torque gauge') => {
    const { items } = await mei.does(suggestExperts, { params: { needId: await needOn(title) } })
    return items.map(({ member }) => member.name)
  }
  const shown = async () =>
    (await mei.does(listEvidence, { params: { memberId: dana.id } })).items.map(({ words }) => words)
  return { org, dana, mei, kofi, take, kept, suggested, shown }
}

test('whoever takes no part is suggested to nobody, and nothing on them is kept any more', async () => {
  const { org, dana, take, kept, suggested, shown, mei } = await laboratory()
  await take('How to zero a torque gauge')
  expect([await kept(), await suggested(), await shown()]).toEqual([
    1,
    ['Dana Reyes'],
    ['How to zero a torque gauge'],
  ])
  await dana.does(leaveDetection)
  expect(await dana.does(getMyDetection)).toEqual({
    ...{ isOn: true, absentSince: expect.any(String), absentBefore: null, traces: 0, brought: 0 },
  })
  await take('How to read a torque gauge')
  await mei.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  await world.settle()
  expect([await kept(), await suggested(), await shown()]).toEqual([0, [], []])
  const rows = await org.as(({ db, org: orgId }) =>
    db
      .selectFrom('evidence')
      .select('id')
      .where('orgId', '=', orgId)
      .where('memberId', '=', dana.id)
      .execute(),
  )
  expect(rows).toEqual([])
})

test('whoever takes part again begins with what they do from then on', async () => {
  const { dana, take, suggested, shown } = await laboratory()
  await take('How to zero a torque gauge')
  await dana.does(leaveDetection)
  await dana.does(returnToDetection)
  expect([await suggested(), await shown()]).toEqual([[], []])
  await take('How to read a torque gauge')
  expect([await suggested(), await shown()]).toEqual([['Dana Reyes'], ['How to read a torque gauge']])
})

test('what was before they took part again stays out, however late it becomes known', async () => {
  const { org, dana, mei, kofi, kept } = await laboratory()
  const params = { courseId: await published(org, mei, documentOf({ s1: [] })) }
  const thank = (who: typeof mei) =>
    who.does(giveKudos, {
      body: { toIds: [dana.id], courseId: params.courseId, reason: 'For the second step' },
    })
  await thank(mei)
  const second = await thank(kofi)
  await world.settle()
  expect(await kept()).toBe(1)
  await dana.does(leaveDetection)
  // Told while she takes no part, and looked at only when she does again.
  await mei.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  await dana.does(returnToDetection)
  await kofi.does(withdrawKudos, { params: { kudosId: second.id } })
  await world.settle()
  expect(await kept()).toBe(0)
  await thank(kofi)
  await world.settle()
  expect(await kept()).toBe(1)
})

test('leaving twice and returning twice is once, and both are on record', async () => {
  const { org, dana } = await laboratory()
  await dana.does(returnToDetection)
  for (const verb of [leaveDetection, leaveDetection, returnToDetection, returnToDetection])
    await dana.does(verb)
  const facts = await org.as(({ db, org: orgId }) =>
    db
      .selectFrom('facts')
      .select(['type', 'actorId', 'data'])
      .where('orgId', '=', orgId)
      .where('type', 'in', ['detection.left', 'detection.returned'])
      .orderBy('id')
      .execute(),
  )
  const said = { actorId: dana.id, data: { memberId: dana.id } }
  expect(facts).toEqual([
    { type: 'detection.left', ...said },
    { type: 'detection.returned', ...said },
  ])
})

test('who answers on the course of an author who takes no part is suggested all the same', async () => {
  const { org, dana, mei, kofi, suggested } = await laboratory()
  const params = { courseId: await published(org, dana, documentOf({ s1: [] })) }
  await dana.does(leaveDetection)
  const { id: parentId } = await mei.does(commentOnCourse, { params, body: { body: 'Which way?' } })
  await kofi.does(commentOnCourse, { params, body: { body: 'Left.', parentId } })
  await world.settle()
  const names = await suggested('Zero it')
  expect([names.includes('Kofi Mensah'), names.includes('Dana Reyes')]).toEqual([true, false])
})

test('what one did in other tools is counted among what is kept, and goes with the rest', async () => {
  const { org, dana, mei } = await laboratory()
  const admin = await org.admin()
  await switchOn(admin, 'imports')
  const day = world.now().toISOString().slice(0, 10)
  const lines = `who,whom,at\n${dana.email},${mei.email},${day}\n${mei.email},${dana.email},${day}\n`
  const mapping = { format: 'csv', helper: 'who', helped: 'whom', at: 'at' } as const
  const { id } = await admin.does(startImport, { body: { source: 'Chat', size: lines.length, mapping } })
  await admin.does(takeImportPart, { params: { importId: id, offset: 0 }, body: new Blob([lines]) })
  expect(await dana.does(getMyDetection)).toMatchObject({ traces: 0, brought: 1 })
  await dana.does(leaveDetection)
  expect(await dana.does(getMyDetection)).toMatchObject({ traces: 0, brought: 0 })
})
