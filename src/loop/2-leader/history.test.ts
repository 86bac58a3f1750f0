import { expect, test } from 'vitest'
import { changeGroup } from '#people/contract.ts'
import { record } from '#record'
import { openWorld } from '#test/world.ts'
import { leaveDetection, returnToDetection } from './contract.ts'
import { setFewestTold } from './fewest.contract.ts'
import { countNominated, listDetectionHistory, type Step } from './history.contract.ts'
import * as imports from './import.contract.ts'
import { type Purpose, setPurpose } from './purpose.contract.ts'
import { closeSurvey, openSurvey } from './survey.contract.ts'
import { getDetectionSettings, setDetectionSettings } from './weights.contract.ts'

const world = openWorld()

const decision = { isOn: true, legalNote: 'Agreement of May', keepDays: 90, seenBy: 'admins' as const }

async function company() {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [admin, council] = [await org.admin(), await org.person('Cora Lind')]
  const decide = (purpose: Purpose, part: Partial<typeof decision> = {}) =>
    admin.does(setPurpose, { params: { purpose }, body: { ...decision, ...part } })
  const bring = async (text: string) => {
    const mapping = { format: 'csv', helper: 'helper', at: 'at' } as const
    const body = { source: 'Forum', size: text.length, mapping }
    const { id } = await admin.does(imports.startImport, { body })
    await admin.does(imports.takeImportPart, { params: { importId: id, offset: 0 }, body: new Blob([text]) })
    return id
  }
  const ask = async () => {
    for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) await org.person(name, 'learner', lab)
    return admin.does(openSurvey, { body: { groupId: lab, days: 7, firstAsked: 'all' } })
  }
  return { org, lab, admin, council, decide, bring, ask }
}

const didOf = (items: { step: Step }[]) => items.map(({ step }) => step.did)

test('every member reads what was decided and done, by whom, and what was there before, the latest first', async () => {
  const { admin, council, decide } = await company()
  await decide('imports')
  await decide('imports', { keepDays: 60 })
  await admin.does(setFewestTold, { body: { people: 7 } })
  const { settings } = await admin.does(getDetectionSettings)
  await admin.does(setDetectionSettings, { body: { ...settings, percent: 7 } })
  const { items, next } = await council.does(listDetectionHistory)
  expect(next).toBeNull()
  expect(items.map(({ step }) => step)).toMatchObject([
    { did: 'detection.weighed', now: { percent: 7 }, before: { percent: settings.percent } },
    { did: 'fewest.set', now: 7, before: 3 },
    { did: 'purpose.set', purpose: 'imports', now: { keepDays: 60 }, before: { keepDays: 90, isOn: true } },
    { did: 'purpose.set', purpose: 'imports', now: decision, before: { isOn: false } },
  ])
  expect(items.every(({ by }) => by?.id === admin.id)).toBe(true)
})

test('of a file everybody reads that it was brought in, and whoever may list files what it was', async () => {
  const { admin, council, decide, bring } = await company()
  await decide('imports')
  const importId = await bring('helper,at\nnobody@x.example,2026-02-01\n')
  await admin.does(imports.withdrawImport, { params: { importId } })
  const read = async (who: typeof admin) =>
    (await who.does(listDetectionHistory, { query: { limit: 3 } })).items.map(({ step }) => step)
  const counts = { lines: 2, kept: 0, rejected: 1 }
  expect(await read(admin)).toEqual([
    { did: 'import.withdrawn', file: { source: 'Forum', counts: null } },
    { did: 'import.finished', file: { source: 'Forum', counts } },
    { did: 'import.started', file: { source: 'Forum', counts: null } },
  ])
  expect(await read(council)).toEqual([
    { did: 'import.withdrawn', file: null },
    { did: 'import.finished', file: null },
    { did: 'import.started', file: null },
  ])
})

test('of surveys those stand here of groups that the reader may see', async () => {
  const { admin, lab, council, decide, ask } = await company()
  await decide('survey', { seenBy: 'managers' as 'admins' })
  const { id, endsAt } = await ask()
  await admin.does(closeSurvey, { params: { surveyId: id } })
  const group = { id: lab, name: 'Torque' }
  const read = async () => (await council.does(listDetectionHistory)).items.map(({ step }) => step)
  expect((await read()).slice(0, 2)).toEqual([
    { did: 'survey.closed', group },
    { did: 'survey.opened', group, endsAt },
  ])
  await admin.does(changeGroup, { params: { groupId: lab }, body: { private: true } })
  expect((await read()).map(({ did }) => did)).toEqual(['purpose.set'])
})

test('what members chose for themselves never stands here, and of nominations a number once it is large enough', async () => {
  const { org, admin, council, decide } = await company()
  await decide('detection', { seenBy: 'managers' as 'admins' })
  await council.does(leaveDetection)
  await council.does(returnToDetection)
  const decided = (memberId: string) =>
    org.as((scope) =>
      record(scope, 'nomination.decided', {
        ...{ nominationId: memberId, memberId, groupId: org.root },
        ...{ decision: 'dismissed', reason: 'Not now' },
      }),
    )
  for (const name of ['Ann', 'Ben']) await decided((await org.person(name)).id)
  for (const who of [admin, council]) {
    const { items } = await who.does(listDetectionHistory)
    expect([didOf(items), await who.does(countNominated)]).toEqual([['purpose.set'], { people: null }])
  }
  await decided((await org.person('Eva')).id)
  const { items } = await council.does(listDetectionHistory)
  expect([didOf(items), await council.does(countNominated)]).toEqual([['purpose.set'], { people: 3 }])
  expect(JSON.stringify(items)).not.toContain('Not now')
})

test('it is read page by page, and what is decided meanwhile moves nothing', async () => {
  const { council, decide } = await company()
  for (const keepDays of [30, 40, 50, 60, 70]) await decide('imports', { keepDays })
  const days = (items: { step: Step }[]) =>
    items.map(({ step }) => (step.did === 'purpose.set' ? step.now.keepDays : 0))
  const first = await council.does(listDetectionHistory, { query: { limit: 2 } })
  await decide('imports', { keepDays: 80 })
  const second = await council.does(listDetectionHistory, { query: { limit: 2, after: `${first.next}` } })
  const third = await council.does(listDetectionHistory, { query: { limit: 2, after: `${second.next}` } })
  expect([first, second, third].map(({ items }) => days(items))).toEqual([[70, 60], [50, 40], [30]])
  expect(third.next).toBeNull()
})
