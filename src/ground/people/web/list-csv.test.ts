import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordsOf } from '#platform/table/records'
import { readTable } from '../list/table.ts'
import { spreadsheetText, tableText } from './list-csv.ts'

const headings = ['name', 'mail', 'title']
const bytes = (text: string) => new TextEncoder().encode(text)

test('a report never gives a spreadsheet anything to run', () => {
  const hostile = [
    '=cmd|calc!A1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'+1",
    '=HYPERLINK("https://evil.example")',
  ]
  const cell = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom(...hostile))
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(',', ';'),
      (row, separator) => {
        const text = spreadsheetText([['first', ...row]], separator).slice(1)
        const [[, ...cells] = []] = parse(text, { delimiter: separator })
        expect(cells.map((one) => one.replace(/^'(?='*[=+\-@\t\r])/, ''))).toEqual(row)
        for (const one of cells) expect(one).not.toMatch(/^[=+\-@\t\r]/)
      },
    ),
  )
})

test('a report that is brought again says what the list said', () => {
  const words = fc
    .string({ maxLength: 20 })
    .map((text) => text.replace(/[\p{Cc}\p{Zs}\uFEFF']+/gu, ' ').trim())
    .filter((text) => text !== '')
  const rows = fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';'), (list, separator) => {
      const read = readTable(bytes(spreadsheetText([headings, ...list], separator)))
      expect(read.rows.map(({ values: { name, email, title } }) => [name, email, title])).toEqual(list)
    }),
  )
})

test('what is mended in place is a table too', () => {
  const text = tableText([headings, ['Vogt, "Leni"', 'lena@x.example', '=1']], ',')
  expect(recordsOf(text, ',')[1]?.cells).toEqual(['Vogt, "Leni"', 'lena@x.example', '=1'])
})
