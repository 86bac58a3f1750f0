import { expect, test } from 'vitest'
import { step } from '#test/campaign.ts'
import { lacksOf } from './lacks.ts'
import { newStep, restored, without } from './step-order.ts'

const order = (steps: ReturnType<typeof without>) => steps.map(({ id, after }) => `${id} after ${after}`)
const plan = [step('a'), step('b', { after: 'a', days: 5 }), step('c', { after: 'b', days: 9 })] as const
const [, b] = plan

test('a step that is taken out leaves no gap, and comes back to where it was with what was written meanwhile', () => {
  const rest = without(plan, b)
  expect(order(rest)).toEqual(['a after null', 'c after a'])
  const written = rest.map((one) => ({ ...one, calls: ['no' as const] }))
  const [a, c] = written
  expect(restored(written, b, plan)).toEqual([a, b, { ...c, after: 'b' }])
})

test('what was made to follow another step meanwhile stays there, and a name that was taken meanwhile is not given twice', () => {
  const rest = without(plan, b).map((one) => (one.id === 'c' ? { ...one, after: null } : one))
  expect(order(restored(rest, b, plan))).toEqual(['a after null', 'b after a', 'c after null'])
  const taken = [...without(plan, b), step('b', { after: 'c' })]
  const back = restored(taken, b, plan)
  expect(order(back)).toEqual(['a after null', 'step-4 after a', 'c after step-4', 'b after c'])
  expect(lacksOf({ steps: back, days: 60 })).toEqual([])
})

test('a new step follows the last, has no subject yet, and is begun in the language of who writes it', () => {
  const first = newStep([], 'fr')
  expect(first).toMatchObject({ id: 'step-1', after: null, days: 0 })
  expect(Object.keys(first.variants[0] ?? {})).toEqual(['fr'])
  expect(newStep(plan, 'en')).toMatchObject({ id: 'step-4', after: 'c', days: 7 })
  const codes = lacksOf({ steps: [first], days: 60 }).map(({ code }) => code)
  expect(codes).toEqual(['no-text', 'no-subject'])
})
