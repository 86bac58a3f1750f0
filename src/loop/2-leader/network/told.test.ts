import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toldOf } from './told.ts'

const people = 12
type Pairs = readonly (readonly [number, number])[]
const pairs = fc.array(fc.tuple(fc.nat(people - 1), fc.nat(people - 1)), { maxLength: 60 })
const toldBy = (links: Pairs) => {
  const told = toldOf(people, { from: links.map(([from]) => from), to: links.map(([, to]) => to) }, 3)
  return [...told.keys()].filter((one) => told[one])
}

test('who is linked with three others is told, and nobody else, whichever of both helped and however often', () => {
  fc.assert(
    fc.property(pairs, (links) => {
      const told = toldBy(links)
      for (let one = 0; one < people; one += 1) {
        const partners = links.flatMap(([from, to]) => (from === one ? to : to === one ? from : []))
        const others = new Set(partners.filter((other) => other !== one))
        expect(told.includes(one)).toBe(others.size >= 3)
      }
    }),
  )
})

test('whom a narrower picture tells, the wider one does', () => {
  fc.assert(
    fc.property(pairs, pairs, (narrow, more) => {
      const wide = toldBy([...narrow, ...more])
      for (const one of toldBy(narrow)) expect(wide).toContain(one)
    }),
  )
})
