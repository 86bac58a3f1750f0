import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, writeNumber } from './number.ts'

test('a number is read as it is written here or there, and never guessed', () => {
  const read = (texts: string[], sign: '.' | ',') => texts.map((text) => readNumber(text, sign))
  expect(read(['12.5', ' -3 ', '+.5', '−2', '1 234.5', '1e-3'], '.')).toEqual([
    12.5, -3, 0.5, -2, 1234.5, 0.001,
  ])
  expect(read(['12,5', '12.5', '1\u202f234,5', '1\u00a0000'], ',')).toEqual([12.5, 12.5, 1234.5, 1000])
  const unsure = ['', 'abc', '12 5', '1.2.3', '12 mm', '-', '.', '1e999', 'e5', '0x10', 'Infinity']
  expect(read([...unsure, '1,234.5', '1,5'], '.')).toEqual([...unsure, '', ''].map(() => null))
  expect(read([...unsure, '1.234,5', '1,234.5'], ',')).toEqual([...unsure, '', ''].map(() => null))
})

test('what is written is read again, whatever the number', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
  fc.assert(
    fc.property(number, fc.constantFrom('.' as const, ',' as const), (value, sign) => {
      expect(readNumber(writeNumber(value, sign), sign)).toBe(value)
    }),
  )
  expect(writeNumber(null, '.')).toBe('')
})
