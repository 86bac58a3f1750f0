import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#platform/ids'
import { signalKinds } from '../signals/kinds.ts'
import { packParts, unpackParts } from './parts.ts'

const count = fc.nat(2 ** 31 - 1)
const part = fc.record({
  kind: fc.constantFrom(...signalKinds),
  topicId: fc.option(
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(2 ** 47) }).map((at) => newId(at)),
  ),
  part: fc.double({ noNaN: true }),
  ...{ acts: count, people: count, groups: count, since: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) },
})

test('what a score is made of is read as it was packed, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(unpackParts(packParts(parts))).toEqual(parts)
    }),
  )
})

test('a part of a kind that is not known is an error, and no other kind', () => {
  const bytes = packParts([
    { kind: 'named', topicId: null, part: 1, acts: 1, people: 1, groups: 1, since: 20_000 },
  ])
  bytes.writeInt16BE(signalKinds.length, bytes.length - 2)
  expect(() => unpackParts(bytes)).toThrow('not known')
})
