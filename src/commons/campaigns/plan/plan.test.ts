import { describe, expect, test } from 'vitest'
import { bodyOf, step } from '#test/campaign.ts'
import { body } from '../language.ts'
import { readyCampaigns } from '../ready/ready.ts'
import { forgetsLater, isSamePlan, lacksOf, wayTo } from './lacks.ts'
import { fill, variableFaults } from './variables.ts'

const codes = (...steps: ReturnType<typeof step>[]) =>
  lacksOf(bodyOf(steps)).map(({ step: id, code }) => `${id ?? 'all'}: ${code}`)

describe('what a plan lacks', () => {
  test('a plan whose steps follow the launch or each other lacks nothing', () => {
    expect(codes(step('a'), step('b', { after: 'a', days: 5 }), step('c', { after: 'a' }))).toEqual([])
  })

  test('steps that follow each other in a circle would wait for ever', () => {
    const [a, b] = [step('a', { after: 'b' }), step('b', { after: 'a' })]
    expect(codes(a, b)).toEqual(['all: no-start', 'a: loop', 'b: loop'])
    expect(codes(step('c'), a, b)).toEqual(['a: loop', 'b: loop'])
    expect(codes(step('c'), step('d', { after: 'd' }))).toEqual(['d: loop'])
    expect(wayTo(a, [a, b])).toBeNull()
  })

  test('a plan without steps, with a name twice, or that follows what is gone, says so', () => {
    expect(codes()).toEqual(['all: no-steps'])
    expect(codes(step('a'), step('a'))).toEqual(['a: same-name'])
    expect(codes(step('a'), step('b', { after: 'gone' }))).toEqual(['b: follows-nothing'])
  })

  test('a step that would come after the end says so', () => {
    const late = [step('a'), step('b', { after: 'a', days: 60 }), step('c', { after: 'b', days: 1 })]
    expect(lacksOf({ steps: late, days: 60 }).map(({ step: id, code }) => [id, code])).toEqual([
      ['c', 'outlives'],
    ])
  })

  test('a chat without a place, a name in a chat, an empty text and a broken variable are told', () => {
    const chat = step('a', { channel: 'chat' })
    expect(codes(chat)).toEqual(['a: no-chat', 'a: nobody-here'])
    const said = (text: string) => step('a', { variants: [{ en: { subject: 'S', text } }] })
    expect(codes(said(''))).toEqual(['a: no-text'])
    expect(codes(said('{{salary}}'))).toEqual(['a: unknown-variable'])
    expect(codes(said('{{topic}}'))).toEqual(['a: no-fallback'])
    expect(codes(said('Hello {{name'))).toEqual(['a: broken-variable'])
    expect(codes(said('Hello {{name}} of {{ organization }}, {{topic|what you know}}'))).toEqual([])
  })

  test('who wants to be asked later is asked by a later step, which every campaign that comes with Cairn has', () => {
    const later = step('b', { after: 'a', days: 30, if: 'later' })
    const chat = step('b', { after: 'a', channel: 'chat' })
    expect(forgetsLater({ steps: [step('a')] })).toBe(true)
    expect(forgetsLater({ steps: [step('a'), chat] })).toBe(true)
    expect(forgetsLater({ steps: [step('a'), { ...later, calls: ['no'] }] })).toBe(true)
    expect(forgetsLater({ steps: [step('a'), later] })).toBe(false)
    expect(forgetsLater({ steps: [step('a', { calls: ['interested', 'no'] })] })).toBe(false)
    for (const { key, steps } of readyCampaigns())
      expect([key, forgetsLater({ steps })]).toEqual([key, false])
  })

  test('only words differ between plans that are the same', () => {
    const plan = bodyOf([step('a'), step('b', { after: 'a', days: 3 })])
    const words = (text: string) => [{ en: { subject: 'S', text } }]
    expect(
      isSamePlan(plan, bodyOf([step('a', { variants: words('x') }), step('b', { after: 'a', days: 3 })])),
    ).toBe(true)
    expect(isSamePlan(plan, bodyOf([step('a'), step('b', { after: 'a', days: 4 })]))).toBe(false)
    const both = [...words('x'), ...words('y')]
    expect(
      isSamePlan(plan, bodyOf([step('a', { variants: both }), step('b', { after: 'a', days: 3 })])),
    ).toBe(false)
  })
})

describe('variables', () => {
  test('are filled, and say something else where nothing is known', () => {
    const values = { name: 'Mei', organization: 'Northwind', sender: 'Ada', group: 'Gauges', topic: null }
    expect(fill('{{name}} of {{ organization }}: {{topic|your craft}}', values)).toBe(
      'Mei of Northwind: your craft',
    )
    expect(fill('{{topic|x}}', { ...values, topic: 'Torque' })).toBe('Torque')
    expect(fill('{{name}}', { sender: 'Ada' })).toBe('{{name}}')
  })

  test('what somebody is called fills in no variable of its own', () => {
    expect(fill('Hello {{name}}', { name: '{{sender}}', sender: 'Ada' })).toBe('Hello {{sender}}')
  })

  test('every fault is found', () => {
    expect(variableFaults('{{a}} {{name}} }} {{topic}}').map(({ code }) => code)).toEqual([
      ...['unknown', 'no-fallback', 'broken'],
    ])
  })
})

describe('the campaigns that come with Cairn', () => {
  test('there are six, each in both languages', () => {
    expect(readyCampaigns().map(({ key }) => key)).toEqual([
      ...['launch', 'leaders', 'experts', 'learners', 'thanks', 'revive'],
    ])
    for (const { steps } of readyCampaigns())
      for (const { variants } of steps)
        for (const { en, fr } of variants) {
          expect(en?.text).toBeTruthy()
          expect(fr?.text).toBeTruthy()
          expect(fr?.text).not.toBe(en?.text)
        }
  })

  test.each(readyCampaigns())(
    '$key can be launched as it is, but for the chat that one has to choose',
    (ready) => {
      const begun = body.parse({ ...bodyOf(ready.steps), audience: { groupIds: [], ...ready.audience } })
      expect(lacksOf(begun).filter(({ code }) => code !== 'no-chat')).toEqual([])
    },
  )

  test('somebody is asked again once at most, may always say no where something is asked, and hears what comes of it', () => {
    for (const { steps } of readyCampaigns()) {
      expect(steps.filter((one) => one.if === 'unanswered').length).toBeLessThanOrEqual(1)
      for (const { calls } of steps.filter((one) => one.calls.length > 0)) expect(calls).toContain('no')
      expect(steps.length).toBeGreaterThanOrEqual(2)
    }
  })

  test('mails are read in a minute', () => {
    for (const { steps } of readyCampaigns())
      for (const one of steps)
        for (const { en, fr } of one.variants)
          for (const said of [en, fr])
            expect(said?.text.split(/\s+/).length, said?.subject).toBeLessThanOrEqual(170)
  })
})
