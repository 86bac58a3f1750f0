import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Coach, mostProposed, proposeCoaches, sharedBy } from './match.ts'

const names = ['Torque', 'Pressure', 'Video', 'Welding']
const topic = fc.constantFrom(...names.map((name) => ({ id: `id of ${name}`, name })))
const known = {
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  topics: fc.uniqueArray(topic, { selector: ({ id }) => id }),
  languages: fc.uniqueArray(fc.constantFrom('en', 'fr', 'de')),
}
const coach: fc.Arbitrary<Coach> = fc.record({
  ...known,
  atOnce: fc.integer({ min: 1, max: 3 }),
  load: fc.integer({ min: 0, max: 4 }),
  published: fc.integer({ min: 1, max: 9 }),
})
const coaches = fc.uniqueArray(coach, { selector: ({ id }) => id, maxLength: 6 })
const asker = fc.record({ ...known, topicId: fc.option(topic.map(({ id }) => id)) })

test('nobody is proposed to themselves, beyond what they have time for, without a common language, or again', () => {
  fc.assert(
    fc.property(asker, coaches, fc.constantFrom('a', 'b', 'c'), (who, all, declined) => {
      const found = proposeCoaches(who, all, new Set([declined]))
      expect(found.length).toBeLessThanOrEqual(mostProposed)
      for (const { coachId, free, languages } of found) {
        const one = all.find(({ id }) => id === coachId)
        expect([coachId === who.id, coachId === declined]).toEqual([false, false])
        expect(free).toBe((one?.atOnce ?? 0) - (one?.load ?? 0))
        expect(free).toBeGreaterThan(0)
        expect(languages.length).toBeGreaterThan(0)
      }
    }),
  )
})

test('whoever could be proposed is, while there is room', () => {
  fc.assert(
    fc.property(asker, coaches, (who, all) => {
      const able = all.filter(
        ({ id, load, atOnce, languages }) =>
          id !== who.id &&
          load < atOnce &&
          languages.some((one) => (who.languages as string[]).includes(one)),
      )
      expect(proposeCoaches(who, all)).toHaveLength(Math.min(mostProposed, able.length))
    }),
  )
})

test('the same people are proposed in the same order, however they are listed', () => {
  fc.assert(
    fc.property(asker, coaches, fc.integer(), (who, all, seed) => {
      const other = [...all].sort(
        (a, b) => ((a.id.charCodeAt(0) * seed) % 7) - ((b.id.charCodeAt(0) * seed) % 7),
      )
      expect(proposeCoaches(who, other)).toEqual(proposeCoaches(who, all))
    }),
  )
})

test('what two share is the same whichever of them asks', () => {
  fc.assert(
    fc.property(fc.record(known), fc.record(known), (one, other) => {
      expect(sharedBy(one, other)).toEqual(sharedBy(other, one))
    }),
  )
})

test('whoever knows what is asked for comes first, then who shares more, then who has more time', () => {
  const [torque, video] = [
    { id: 't', name: 'Torque' },
    { id: 'v', name: 'Video' },
  ]
  const one = (id: string, topics: Coach['topics'], load: number): Coach => ({
    ...{ id, topics, languages: ['en'], atOnce: 3, load, published: 1 },
  })
  const all = [one('a', [], 0), one('b', [], 1), one('c', [video], 2), one('d', [torque], 2)]
  const who = { id: 'x', topics: [torque, video], languages: ['en'], topicId: 't' }
  expect(proposeCoaches(who, all).map(({ coachId }) => coachId)).toEqual(['d', 'c', 'a'])
})
