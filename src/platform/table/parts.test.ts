import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Reading, wholeRecords } from './parts.ts'

const csv: Reading = { format: 'csv', separator: ',', encoding: 'utf-8' }

/** Reads bytes in parts of a size, as who sends them does: each part begins where the one before was taken to. */
function readInParts(bytes: Uint8Array, size: number, reading: Reading) {
  const found: { line: number; cells: string[] | null }[] = []
  let [offset, lines] = [0, 0]
  for (let wanted = size; offset < bytes.length; ) {
    const part = bytes.subarray(offset, offset + wanted)
    const isLast = offset + part.length === bytes.length
    const { records, taken, lines: read } = wholeRecords(part, reading, isLast)
    found.push(...records.map(({ line, cells }) => ({ line: line + lines, cells })))
    // Where nothing could be taken a longer part is sent.
    wanted = taken === 0 ? wanted * 2 : size
    offset += taken
    lines += read
  }
  return found
}

const cell = fc.stringMatching(/^[a-zé ,\n"]{0,6}$/)
const written = (cells: string[]) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
  'a table in %s read in parts of any size says what it says at once',
  (encoding) => {
    const encode = (text: string) => {
      if (encoding === 'utf-8') return new TextEncoder().encode(text)
      if (encoding === 'windows-1252') return Uint8Array.from(text, (one) => one.charCodeAt(0))
      const units = Buffer.from(text, 'utf16le')
      return new Uint8Array(encoding === 'utf-16be' ? units.swap16() : units)
    }
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 30, max: 200 }),
        (rows, size) => {
          const plain = rows.map((row) => row.map((one) => one.replaceAll('\n', ' ')))
          const bytes = encode(plain.map(written).join('\r\n'))
          const reading = { ...csv, encoding }
          const { records } = wholeRecords(bytes, reading, true)
          const once = records.map(({ line, cells }) => ({ line, cells }))
          expect(readInParts(bytes, size * 2, reading)).toEqual(once)
        },
      ),
    )
  },
)

test('a cell in quotes that goes on over lines is one, also where a part ends in it', () => {
  const bytes = new TextEncoder().encode('a,"one\ntwo\nthree"\nb,c\n')
  const { records, taken, lines } = wholeRecords(bytes.subarray(0, 12), csv, false)
  // Nothing of it is taken before its end has come.
  expect([records.length, taken, lines]).toEqual([0, 0, 0])
  expect(readInParts(bytes, 64, csv)).toEqual([
    { line: 1, cells: ['a', 'one\ntwo\nthree'] },
    { line: 4, cells: ['b', 'c'] },
  ])
})

test('one JSON object a line; what has no line end yet is left', () => {
  const reading = { ...csv, format: 'ndjson' as const }
  const bytes = new TextEncoder().encode('{"a":1}\n\n{"a":2}\n{"a"')
  expect(wholeRecords(bytes, reading, false)).toMatchObject({
    records: [
      { line: 1, cells: ['{"a":1}'] },
      { line: 3, cells: ['{"a":2}'] },
    ],
    ...{ taken: 17, lines: 3 },
  })
  expect(wholeRecords(bytes.subarray(0, 4), reading, false)).toEqual({ records: [], taken: 0, lines: 0 })
})
