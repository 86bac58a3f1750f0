import { beforeAll, describe, expect, test } from 'vitest'
import { type Setting, settingIn } from './every-endpoint.ts'
import {
  newsOf,
  planOf,
  type Ready,
  readyIn,
  type Sending,
  sendAs,
  sendingOf,
  writes,
} from './every-write.ts'
import type { Person } from './organization.ts'
import { rowsOf } from './rows.ts'
import { openWorld } from './world.ts'

/**
 * Every write, at a moment when it can be done: first tried by everybody who may not, each time with a body that is
 * taken from whoever may, then done. So no refusal here is one of the wrong words or of the wrong moment.
 */
const world = openWorld()
let kept: { first: Setting; inTheOpen: Setting }
let foreign: Setting

beforeAll(async () => {
  kept = { first: await settingIn(world), inTheOpen: await settingIn(world, { private: false }) }
  foreign = await settingIn(world, { name: 'Second' })
  Object.assign(foreign.things, await newsOf(world, foreign.author))
  await world.keep()
})

/** Writes that store nothing: they only tell. */
const tellsOnly = ['importMarkdown', 'previewInvitations', 'previewImport']
/** Writes of which no history is told: they happen over and over while somebody works, and what comes of them is told. */
const noFacts = [
  ...tellsOnly,
  'previewDetection',
  'reportMiss',
  'saveDraft',
  'saveTemplateDraft',
  'startUpload',
  'startUploadAhead',
  'sendPart',
  'markRead',
  // Whom somebody is reminded of is theirs alone.
  ...['putOffCommendation', 'recallCommendation'],
  // Nobody else is told that somebody practises.
  ...['markPractice', 'judgePractice', 'comparePractice', 'repeatPractice', 'forgetPractice'],
]

describe.each(writes.map(({ name }) => name))('%s', (name) => {
  let setting: Ready
  let sending: Sending
  beforeAll(async () => {
    await world.rewind()
    setting = await readyIn(world, name, kept.first)
    sending = sendingOf(name, setting.things)
  })

  const everything = async () => [await rowsOf(world, setting.org.id), await rowsOf(world, foreign.org.id)]
  const answerTo = async (who: Person, what: Sending) => {
    const response = await sendAs(world, who, name, what)
    const said = await response.text()
    expect(said).not.toContain('secret')
    const problem: { code?: string; faults?: { code: string }[] } = response.ok ? {} : JSON.parse(said)
    // The schema's own codes are single words; a verb that refuses says of what.
    const codes = problem.faults?.map(({ code }) => code) ?? [problem.code ?? '']
    return { status: response.status, isOfVerb: codes.every((code) => code.includes('.')), codes }
  }

  test('is refused to another organization, whole or with one thing of it among one’s own', async () => {
    const before = await everything()
    const names = Object.keys(setting.things).filter((key) => (setting.things[key] ?? '').length === 36)
    const mixed = names
      .map((key) => ({ key, what: sendingOf(name, { ...setting.things, [key]: foreign.things[key] ?? '' }) }))
      .filter(({ key, what }) => JSON.stringify(what).includes(foreign.things[key] ?? ''))
    for (const { key, what } of mixed)
      expect([key, await answerTo(setting.doer, what)]).toEqual([
        key,
        { status: expect.toSatisfy(isRefusal), isOfVerb: true, codes: expect.anything() },
      ])
    if (mixed.length > 0) {
      const { status, isOfVerb } = await answerTo(foreign.admin, sending)
      expect([isRefusal(status), isOfVerb]).toEqual([true, true])
    }
    expect(await everything()).toEqual(before)
  })

  const isClosedTo = async (people: Person[], { org } = setting, what = sending) => {
    const before = await rowsOf(world, org.id)
    for (const who of people) {
      const { status, codes } = await answerTo(who, what)
      expect([who.name, status, codes]).toEqual([who.name, expect.toSatisfy(isClosed), expect.anything()])
    }
    expect(await rowsOf(world, org.id)).toEqual(before)
  }
  const { by, own, led, amongLeaders } = planOf(name)
  const isForAll = own || by === 'insider'
  // Whoever administers any group may look at a list of people before inviting them.
  const isForAdmins = name === 'previewInvitations'

  if (!own && !isForAdmins)
    test('is refused to who holds every role elsewhere', () => isClosedTo([setting.outsider]))

  if (!isForAll)
    test('is refused to who learns in the group, and to peers who lead and review in it', () =>
      isClosedTo(led || amongLeaders ? [setting.insider] : [setting.insider, setting.peer]))

  if (!isForAll && !isForAdmins && !amongLeaders)
    test('is refused to who holds every role elsewhere, where everybody may look on', async () => {
      const inTheOpen = await readyIn(world, name, kept.inTheOpen)
      await isClosedTo([inTheOpen.outsider], inTheOpen, sendingOf(name, inTheOpen.things))
    })

  test('is done by who may, and is a fact from then on', async () => {
    const before = await rowsOf(world, setting.org.id)
    const response = await sendAs(world, setting.doer, name, sending)
    expect([response.status, response.ok ? '' : await response.text()]).toEqual([expect.any(Number), ''])
    const { idempotency_keys: _key, ...after } = await rowsOf(world, setting.org.id)
    const { idempotency_keys: _noKey, ...asBefore } = before
    expect((after.facts ?? []).length > (before.facts ?? []).length).toBe(!noFacts.includes(name))
    if (tellsOnly.includes(name)) expect(after).toEqual(asBefore)
    else expect(after).not.toEqual(asBefore)
  })
})

const isClosed = (status: number) => status === 403 || status === 404
const isRefusal = (status: number) => isClosed(status) || status === 409 || status === 422
