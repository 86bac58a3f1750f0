import { describe, expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import * as needs from './contract.ts'

const world = openWorld()

const threads = { title: 'Thread gauges for tapered pipe', details: 'Which end goes in?' }

async function board() {
  const org = await world.organization()
  const [ines, tomas] = [await org.person('Ines Duarte'), await org.person('Tomas Lindqvist')]
  const need = await ines.does(needs.raiseNeed, { body: { ...threads, groupId: org.root } })
  return { org, ines, tomas, need }
}

describe('a need', () => {
  test('starts with the voice of who raised it, and counts each person once', async () => {
    const { ines, tomas, need } = await board()
    expect(need).toMatchObject({ voices: 1, voiced: true, state: 'open' })
    const params = { needId: need.id }
    await tomas.does(needs.voiceNeed, { params, body: { reason: 'Two returns last month.' } })
    const again = await tomas.does(needs.voiceNeed, { params, body: { reason: 'Three returns.' } })
    expect(again.voices).toBe(2)
    const { items } = await ines.does(needs.listVoices, { params })
    expect(items.map(({ member, reason }) => [member.name, reason])).toEqual([
      ['Ines Duarte', ''],
      ['Tomas Lindqvist', 'Three returns.'],
    ])
    expect((await tomas.does(needs.unvoiceNeed, { params })).voices).toBe(1)
  })

  test('is changed only by who raised it or who leads its group', async () => {
    const { org, tomas, need } = await board()
    const change = { params: { needId: need.id }, body: { title: 'Gauges' } }
    expect(await tomas.isRefused(needs.changeNeed, change)).toMatchObject({
      status: 403,
      code: 'need.not-yours',
    })
    const lead = await org.person('Lead', 'leader')
    expect((await lead.does(needs.changeNeed, change)).title).toBe('Gauges')
  })

  test('of a private group is unknown to everyone else: read, voiced and found by nobody outside', async () => {
    const org = await world.organization()
    const group = await org.group('Board', { private: true })
    const insider = await org.person('Insider', 'learner', group)
    const outsider = await org.person('Outsider', 'learner', await org.group('Sales'))
    const need = await insider.does(needs.raiseNeed, { body: { ...threads, groupId: group } })
    const params = { needId: need.id }
    expect((await outsider.isRefused(needs.getNeed, { params })).status).toBe(404)
    expect((await outsider.isRefused(needs.voiceNeed, { params })).status).toBe(404)
    expect((await outsider.does(needs.listNeeds)).items).toEqual([])
    expect((await outsider.does(needs.findSimilarNeeds, { query: { title: threads.title } })).items).toEqual(
      [],
    )
  })

  test('that says nearly the same is found by its words, typos and accents forgiven', async () => {
    const { tomas, need } = await board()
    const { items } = await tomas.does(needs.findSimilarNeeds, {
      query: { title: 'Tread gauge for tapèred pipes' },
    })
    expect(items.map(({ id }) => id)).toEqual([need.id])
  })
})

describe('merging', () => {
  test('moves the voices, counts who voiced both once, and can be undone exactly', async () => {
    const { org, ines, tomas, need } = await board()
    const other = await tomas.does(needs.raiseNeed, {
      body: { title: 'NPT threads', details: '', groupId: org.root },
    })
    await ines.does(needs.voiceNeed, { params: { needId: other.id } })
    const lead = await org.person('Lead', 'leader')
    const params = { needId: other.id }
    expect((await lead.does(needs.mergeNeed, { params, body: { into: need.id } })).voices).toBe(2)
    expect(await tomas.isRefused(needs.voiceNeed, { params })).toMatchObject({
      code: 'need.not-open',
      mergedInto: need.id,
    })
    const back = await lead.does(needs.unmergeNeed, { params })
    expect(back).toMatchObject({ state: 'open', voices: 2 })
    expect((await lead.does(needs.getNeed, { params: { needId: need.id } })).voices).toBe(1)
  })

  test('is refused to someone who neither leads the group nor is its only voice', async () => {
    const { org, ines, tomas, need } = await board()
    const other = await tomas.does(needs.raiseNeed, {
      body: { title: 'NPT threads', details: '', groupId: org.root },
    })
    const refusal = await ines.isRefused(needs.mergeNeed, {
      params: { needId: other.id },
      body: { into: need.id },
    })
    expect(refusal).toMatchObject({ status: 403, code: 'need.merge-not-yours' })
    await tomas.does(needs.mergeNeed, { params: { needId: other.id }, body: { into: need.id } })
  })
})

describe('the board', () => {
  test('shows the most voiced first and pages without losing or repeating any', async () => {
    const { org, ines, tomas } = await board()
    for (const title of ['B', 'C', 'D']) {
      const made = await ines.does(needs.raiseNeed, { body: { title, details: '', groupId: org.root } })
      if (title === 'C') await tomas.does(needs.voiceNeed, { params: { needId: made.id } })
    }
    const titles: string[] = []
    let after: string | undefined
    do {
      const page = await tomas.does(needs.listNeeds, { query: { limit: 2, after } })
      titles.push(...page.items.map(({ title }) => title))
      after = page.next ?? undefined
    } while (after)
    expect(titles).toEqual(['C', 'D', 'B', threads.title])
    expect(await tomas.isRefused(needs.listNeeds, { query: { after: 'bm9uc2Vuc2U' } })).toMatchObject({
      status: 422,
    })
  })

  test('closed needs leave it and come back when opened again', async () => {
    const { ines, need } = await board()
    const params = { needId: need.id }
    await ines.does(needs.closeNeed, { params })
    expect((await ines.does(needs.listNeeds)).items).toEqual([])
    await ines.does(needs.reopenNeed, { params })
    expect((await ines.does(needs.listNeeds)).items).toHaveLength(1)
  })
})
