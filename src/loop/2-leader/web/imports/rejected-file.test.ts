import { expect, test } from 'vitest'
import { encode } from '#platform/table/encode'
import type { LineFault, Mapping, Rejection } from '../../import.contract.ts'
import { guessMapping } from '../../imports/fields.ts'
import { linesOf } from '../../imports/lines.ts'
import en from '../../messages/en.json' with { type: 'json' }
import fr from '../../messages/fr.json' with { type: 'json' }
import { rejectedFile } from './rejected-file.ts'

const csv: Mapping = {
  ...{ format: 'csv', separator: ',', encoding: 'utf-8', dates: 'iso', kind: 'answered' },
  ...{ helper: 'helper', at: 'date', helped: null, kindColumn: null, topic: null, key: null, useful: null },
}
const words = { heading: 'Why', reason: ({ line, reason }: Rejection) => `Line ${line}: ${reason}` }

/** Which lines the server would count as records, and that none of them was taken. */
function notTaken(bytes: Uint8Array, mapping: Mapping, only?: number[]): Rejection[] {
  const { lines } = linesOf(bytes, mapping, null, true)
  return lines
    .map(({ line, fields }) => ({ line, reason: (fields ? 'self' : 'broken') as LineFault }))
    .filter(({ line }) => !only || only.includes(line))
}

/** The file of the lines of a text that were not taken, as bytes. */
async function written(text: string | Uint8Array, mapping: Partial<Mapping> = {}, only?: number[]) {
  const how = { ...csv, ...mapping }
  const bytes = typeof text === 'string' ? encode(text, how.encoding) : text
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>])
  const made = await rejectedFile(file, how, notTaken(bytes, how, only), words)
  return made && new Uint8Array(await made.arrayBuffer())
}
const textOf = (bytes: Uint8Array | null, encoding = 'utf-8') =>
  bytes && new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

test('each line stands as it stood, with its mark, its quotes, its line ends and its lines, behind the reason', async () => {
  const head = '\uFEFF"date",helper,"what, where"\r\n'
  const rows = [
    '2026-01-01,a@x.example,"one ""two"""\r\n',
    '2026-01-02,b@x.example,"goes on\r\nover three\r\nlines"\r\n',
    '\r\n',
    '2026-01-03,=c@x.example,plain\r\n',
    '2026-01-04,"d@x.example,forgotten\r\n',
    '2026-01-05,e@x.example',
  ]
  expect(textOf(await written(head + rows.join('')))).toBe(
    `\uFEFFWhy,${head.slice(1)}Line 2: self,${rows[0]}Line 3: self,${rows[1]}Line 7: self,${rows[3]}` +
      `Line 8: broken,${rows[4]}Line 9: self,${rows[5]}\n`,
  )
})

test('of what is written the server reads the same cells, in every encoding, and one column more', async () => {
  const text = 'date;aidé;helper\n\n1;Zoé;"x;y"\n2;"é\nè";z\n3;late;z\n'
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
    const how = { ...csv, separator: ';', encoding } as const
    const again = await written(text, how, [3, 4])
    const { lines, columns } = linesOf(again as Uint8Array, how, null, true)
    expect(columns).toEqual(['Why', 'date', 'aidé', 'helper'])
    expect(lines.map(({ fields }) => Object.values(fields ?? {}))).toEqual([
      ['Line 3: self', '1', 'Zoé', 'x;y'],
      ['Line 4: self', '2', 'é\nè', 'z'],
    ])
  }
})

test('bytes that are no letters in the encoding that was chosen are kept as they are', async () => {
  const bytes = encode('date,helper\n1,Zoé\n', 'windows-1252')
  const again = await written(bytes, { encoding: 'utf-8' })
  expect(textOf(again, 'windows-1252')).toBe('Why,date,helper\nLine 2: self,1,Zoé\n')
})

test('what is not taken a second time says once why', async () => {
  const first = await written('date,helper\n1,=a\n"2",b\n')
  const second = 'Why,date,helper\nLine 2: self,1,=a\nLine 3: self,"2",b\n'
  expect(textOf(first)).toBe(second)
  expect(textOf(await written(`\n${second}`))).toBe(
    'Why,date,helper\nLine 3: self,1,=a\nLine 4: self,"2",b\n',
  )
  const json = { format: 'ndjson', helper: 'who', at: 'at' } as const
  const line = await written('{"who":"a","Why":1}', json)
  expect(textOf(line)).toBe('{"who":"a","Why":1,"Why":"Line 1: self"}\n')
  expect(textOf(await written(`\n${textOf(line)}`, json))).toBe('{"who":"a","Why":1,"Why":"Line 2: self"}\n')
})

test('a line of JSON gets a last field; one that is none stays as it is', async () => {
  const lines = ['\uFEFF{"who": "a}", "n": 1.50 } \r\n', '{}\n', 'no json\n', '\n', '{"who":{"mail":"é"}}']
  const json = { format: 'ndjson', helper: 'who' } as const
  for (const encoding of ['utf-8', 'utf-16le'] as const)
    expect(textOf(await written(lines.join(''), { ...json, encoding }), encoding)).toBe(
      '\uFEFF{"who": "a}", "n": 1.50 ,"Why":"Line 1: self"}\n{"Why":"Line 2: self"}\nno json\n' +
        '{"who":{"mail":"é"},"Why":"Line 5: self"}\n',
    )
})

test('a file larger than what is in memory of it is read in parts, and a record may lie across two', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => `${at},"${'long '.repeat(1000)}\n${at}"\n`)
  const file = `date,helper\n${rows.join('')}`
  const lines = rows.map((_, at) => 2 + 2 * at)
  const expected = lines.map((line, at) => `Line ${line}: self,${rows[at]}`)
  expect(textOf(await written(file, {}, lines))).toBe(`Why,date,helper\n${expected.join('')}`)
  const wide = `date,helper\n1,${'x'.repeat(3_000_000)}\n2,y`
  expect(textOf(await written(wide, {}, [3]))).toBe('Why,date,helper\nLine 3: self,2,y\n')
})

test('of what we say ourselves a spreadsheet runs nothing', async () => {
  const file = new Blob(['date,helper\n1,=a\n'])
  const told = { heading: '=Why', reason: () => '-1, "or" not' }
  const made = await rejectedFile(file, csv, [{ line: 2, reason: 'self' }], told)
  expect(await made?.text()).toBe(`'=Why,date,helper\n"'-1, ""or"" not",1,=a\n`)
})

test('another file is known by its columns, or by having no such lines', async () => {
  const rejections: Rejection[] = [{ line: 3, reason: 'self' }]
  const made = (text: string, mapping: Partial<Mapping> = {}, told = rejections) =>
    rejectedFile(new Blob([text]), { ...csv, ...mapping }, told, words)
  expect(await made('date,author\n1,a\n2,b\n')).toBeNull()
  expect(await made('date,helper\n1,a\n')).toBeNull()
  expect(await made('date,helper\n1,a\n\n2,b\n')).toBeNull()
  expect(await made('date,helper\n1,a\n2,"b\n')).toBeNull()
  expect(await made('')).toBeNull()
  const numbered = { helper: '1', at: '"a" b (2)' }
  expect(await made(',"""a"" b","""a"" b"\n1,a\n2,b\n', numbered)).not.toBeNull()
})

test('the column with the reason is taken for nothing else when the file is sent again', () => {
  for (const { 'leader.import.why': heading } of [en, fr])
    for (const columns of [
      ['Asked by', 'Answered by', 'Date', 'Tag'],
      ['helper', 'at'],
    ])
      expect(guessMapping([heading, ...columns], csv)).toEqual(guessMapping(columns, csv))
})
