import { expect, test } from 'vitest'
import type { Mapping } from '../../import.contract.ts'
import { sourceOf } from './bringing.ts'
import { readBefore } from './read-before.ts'

const mapping: Mapping = {
  ...{ format: 'csv', separator: ';', encoding: 'windows-1252', dates: 'day-first', kind: 'answered' },
  ...{ helper: 'Who', at: 'When', helped: null, kindColumn: null, topic: 'On', key: null, useful: null },
}

test('a file with the columns of an earlier one is read as that was, the latest first, in its own letters', () => {
  const older = { ...mapping, dates: 'iso' as const, topic: null }
  const columns = ['Why it was not taken', 'Who', 'When', 'On']
  expect(readBefore([mapping, older], columns, mapping)).toEqual(mapping)
  expect(readBefore([mapping, older], ['Who', 'When'], mapping)).toEqual(older)
  const writing = { format: 'csv', separator: ',', encoding: 'utf-8' } as const
  expect(readBefore([mapping], columns, writing)).toEqual({ ...mapping, separator: ',', encoding: 'utf-8' })
})

test('other columns, and another format, are nothing that was read before', () => {
  expect(readBefore([mapping], ['Who', 'Then', 'On'], mapping)).toBeNull()
  expect(readBefore([mapping], ['Who', 'When', 'On'], { ...mapping, format: 'ndjson' })).toBeNull()
  expect(readBefore([], ['Who', 'When', 'On'], mapping)).toBeNull()
})

test('what was not taken comes from where its file came from, however often it was saved', () => {
  const names = ['Forum.csv', 'Forum (not taken).csv', 'Forum (not taken) (2).csv', 'Forum (2).csv']
  expect(names.map((name) => sourceOf(name, 'not taken'))).toEqual(['Forum', 'Forum', 'Forum', 'Forum (2)'])
})
