import { expect, test } from 'vitest'
import * as talk from '#learning/talk.contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { getRadar } from '../radar.contract.ts'
import {
  type DetectionSettings,
  getDetectionPreview,
  getDetectionSettings,
  previewDetection,
  setDetectionSettings,
} from '../weights.contract.ts'

const world = openWorld()

/** A company of ten in which Dana answers six questions and Kofi is thanked by six: one of them is shown. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, kofi] = [await org.person('Dana Reyes'), await org.person('Kofi Mensah')]
  const others: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) others.push(await org.person(name))
  const courseId = await published(org, await org.person('Mei Tanaka'), documentOf({ s1: [] }))
  for (const one of others) {
    const body = { body: 'Which way?' }
    const { id: parentId } = await one.does(talk.commentOnCourse, { params: { courseId }, body })
    await dana.does(talk.commentOnCourse, { params: { courseId }, body: { body: 'Left.', parentId } })
    await one.does(giveKudos, { body: { toIds: [kofi.id], reason: 'For the torque gauge' } })
  }
  await world.settle()
  const { settings, usual } = await admin.does(getDetectionSettings)
  const but = (kinds: Partial<DetectionSettings['kinds']>, percent = 5): DetectionSettings => ({
    ...{ ...usual, percent },
    kinds: { ...usual.kinds, ...kinds },
  })
  return { org, admin, dana, kofi, others, settings, usual, but }
}

const shownTo = async (who: Person) => (await who.does(getRadar)).items.map(({ member }) => member.name)

test('what counts is what the organization says: more for an answer or for thanks changes who comes first', async () => {
  const { admin, but } = await company()
  await admin.does(setDetectionSettings, { body: but({ answered: 5, thanked: 1 }) })
  await world.settle()
  expect(await shownTo(admin)).toEqual(['Dana Reyes'])
  await admin.does(setDetectionSettings, { body: but({ answered: 1, thanked: 5 }) })
  await world.settle()
  expect(await shownTo(admin)).toEqual(['Kofi Mensah'])
  await admin.does(setDetectionSettings, { body: but({ answered: 0, thanked: 1 }, 20) })
  await world.settle()
  // Who did only what does not count helps nobody by this measure.
  expect(await admin.does(getRadar)).toMatchObject({ percent: 20, places: 2 })
  expect(await shownTo(admin)).toEqual(['Kofi Mensah'])
})

test('how many are shown is a share of the members that the organization sets', async () => {
  const { admin, usual } = await company()
  await admin.does(setDetectionSettings, { body: { ...usual, percent: 20 } })
  await world.settle()
  expect((await shownTo(admin)).sort()).toEqual(['Dana Reyes', 'Kofi Mensah'])
})

test('before anything is changed one sees who would come in and who would drop out, and nothing has changed', async () => {
  const { admin, but } = await company()
  await admin.does(setDetectionSettings, { body: but({ answered: 5, thanked: 1 }) })
  await world.settle()
  expect(await admin.does(getDetectionPreview)).toEqual({ preview: null })
  const body = but({ answered: 1, thanked: 5 })
  await admin.does(previewDetection, { body })
  expect(await admin.does(getDetectionPreview)).toEqual({ preview: { settings: body, found: null } })
  await world.settle()
  const { preview } = await admin.does(getDetectionPreview)
  expect(preview?.found).toMatchObject({
    staying: 0,
    coming: [{ name: 'Kofi Mensah' }],
    going: [{ name: 'Dana Reyes' }],
  })
  expect(await shownTo(admin)).toEqual(['Dana Reyes'])
  // What was foreseen comes true, and the question is forgotten.
  await admin.does(setDetectionSettings, { body })
  await world.settle()
  expect(await shownTo(admin)).toEqual(['Kofi Mensah'])
  expect(await admin.does(getDetectionPreview)).toEqual({ preview: null })
})

test('a question asked anew takes the place of the one before', async () => {
  const { admin, but } = await company()
  await admin.does(previewDetection, { body: but({ thanked: 0 }) })
  await world.settle()
  await admin.does(previewDetection, { body: but({}, 20) })
  await world.settle()
  const { preview } = await admin.does(getDetectionPreview)
  expect(preview?.settings.percent).toBe(20)
  expect(preview?.found).toMatchObject({ staying: 1, going: [] })
  expect(preview?.found?.coming).toHaveLength(1)
})

test('who takes no part is in no preview, neither one made before nor one made after', async () => {
  const { admin, kofi, but } = await company()
  await admin.does(setDetectionSettings, { body: but({ answered: 5, thanked: 1 }) })
  await world.settle()
  const body = but({ answered: 1, thanked: 5 })
  await admin.does(previewDetection, { body })
  await world.settle()
  await kofi.does(leaveDetection)
  expect((await admin.does(getDetectionPreview)).preview?.found?.coming).toEqual([])
  await admin.does(previewDetection, { body })
  await world.settle()
  expect((await admin.does(getDetectionPreview)).preview?.found?.coming).toEqual([])
})

test('every member reads what counts; who manages the whole organization says it, and it is told who did', async () => {
  const { org, admin, dana, usual } = await company()
  const mara = await org.person('Mara Lind', 'manager')
  const body = { ...usual, memory: 30 }
  expect(await dana.isRefused(setDetectionSettings, { body })).toMatchObject({ code: 'weights.not-yours' })
  expect(await dana.isRefused(previewDetection, { body })).toMatchObject({ code: 'weights.not-yours' })
  expect(await dana.isRefused(getDetectionPreview)).toMatchObject({ code: 'weights.not-yours' })
  await mara.does(setDetectionSettings, { body })
  const read = await dana.does(getDetectionSettings)
  expect(read).toMatchObject({ settings: body, usual, can: { set: false } })
  expect(read.changed?.by.name).toBe('Mara Lind')
  await admin.does(setDetectionSettings, { body })
  // The same again is no decision.
  expect((await dana.does(getDetectionSettings)).changed?.by.name).toBe('Mara Lind')
  const facts = await world.stored<{ data: { memory: number; before: { memory: number } } }>(
    org.id,
    `select data from facts where type = 'detection.weighed'`,
  )
  expect(facts).toHaveLength(1)
  expect(facts[0]?.data).toMatchObject({ memory: 30, before: { memory: 5 } })
})

test('something must count, and figures lie within their bounds', async () => {
  const { admin, usual } = await company()
  const none = Object.fromEntries(Object.keys(usual.kinds).map((kind) => [kind, 0]))
  const nothing = { ...usual, kinds: none as DetectionSettings['kinds'] }
  for (const verb of [setDetectionSettings, previewDetection])
    expect(await admin.isRefused(verb, { body: nothing })).toMatchObject({ code: 'weights.nothing' })
  for (const wrong of [
    { percent: 0 },
    { percent: 26 },
    { memory: 0 },
    { kinds: { ...usual.kinds, useful: -1 } },
    // That a course was found outdated is no help of its author's, whatever somebody would have it count.
    { kinds: { ...usual.kinds, outdated: 1 } as DetectionSettings['kinds'] },
  ])
    expect(await admin.isRefused(setDetectionSettings, { body: { ...usual, ...wrong } })).toMatchObject({
      status: 422,
    })
})

test('a weight of what is not weighed any more is passed over where it was set before', async () => {
  const { org, admin, usual } = await company()
  await admin.does(setDetectionSettings, { body: { ...usual, percent: 7 } })
  await org.as(async ({ db }) => {
    const kinds = JSON.stringify({ ...usual.kinds, outdated: 9 })
    await db.updateTable('detectionSettings').set({ kinds }).where('orgId', '=', org.id).execute()
  })
  expect((await admin.does(getDetectionSettings)).settings).toEqual({ ...usual, percent: 7 })
})

test('where detection is off nobody can ask, and what was asked is gone', async () => {
  const { org, admin, usual, but } = await company()
  await admin.does(previewDetection, { body: but({ thanked: 0 }, 20) })
  await world.settle()
  const decision = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  expect(await admin.does(getDetectionPreview)).toEqual({ preview: null })
  expect(await admin.isRefused(previewDetection, { body: usual })).toMatchObject({ code: 'weights.off' })
  await world.settle()
  for (const table of ['detection_previews', 'detection_preview_changes'])
    expect(await world.stored(org.id, `select * from ${table}`), table).toEqual([])
})
