import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordsOf } from './records.ts'

test('a forgotten quote loses its own line alone, wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (broken) => {
      const lines = broken.map((isBroken, at) => `${isBroken ? '"' : ''}P${at},p${at}@x.example`)
      const read = recordsOf(lines.join('\n'), ',')
      expect(read.map(({ line, cells }) => [line, cells === null])).toEqual(
        broken.map((isBroken, at) => [at + 1, isBroken]),
      )
    }),
  )
})
