import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalSign, readNumber, readTyped, writeNumber } from './number.ts'

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

test('what a learner types is one number, none, or says that it may be two', () => {
  const read = (texts: string[], sign: '.' | ',') => texts.map((text) => readTyped(text, sign))
  const sure = [
    '12.5',
    '12,5',
    '0,234',
    '1234,567',
    '1.234',
    '1 234,5',
    '1,234,567',
    '1,234.5',
    '1.234,5',
    '-1.234.567',
  ]
  const numbers = [12.5, 12.5, 0.234, 1234.567, 1.234, 1234.5, 1_234_567, 1234.5, 1234.5, -1_234_567]
  expect(read(sure, '.')).toEqual(numbers)
  expect(read(sure, ',')).toEqual(numbers)
  expect(read(['1,234', '-12,345', ' 999,000 '], '.')).toEqual(['either', 'either', 'either'])
  expect(read(['1,234', '-12,345', ' 999,000 '], ',')).toEqual([1.234, -12.345, 999])
  for (const sign of ['.', ','] as const)
    expect(read(['', 'abc', '12 5', '1,23,4', '1.2.3', '01,234.5', '12 mm'], sign)).toEqual(
      Array(7).fill(null),
    )
})

test('what is written for a reader they may type back, whatever the number', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
  fc.assert(
    fc.property(number, fc.constantFrom('en', 'fr'), (value, locale) => {
      const sign = decimalSign(locale)
      expect(readTyped(writeNumber(value, sign), sign)).toBe(value)
    }),
  )
})
