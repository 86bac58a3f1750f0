import { expect, test } from 'vitest'
import { rowsThatStand, table, withPart } from './parts.ts'

test('each command writes its own part and leaves the other as it is, whichever came first', () => {
  const site = withPart('', 'bench', '## The site\n\nFast.\n')
  const both = withPart(site, 'bench:detection', '## Detection\n\nRight.\n')
  expect(both).toBe(`# Benchmarks

<!-- npm run bench -->

## The site

Fast.

<!-- npm run bench:detection -->

## Detection

Right.
`)
  const detection = withPart('', 'bench:detection', '## Detection\n\nRight.\n')
  expect(withPart(detection, 'bench', '## The site\n\nFast.\n')).toBe(both)
  expect(withPart(both, 'bench', '## The site\n\nFaster.\n')).toBe(both.replace('Fast.', 'Faster.'))
  expect(withPart(both, 'bench:detection', '## Detection\n\nBetter.\n')).toBe(
    both.replace('Right.', 'Better.'),
  )
})

test('rows of a table that stands in a part are found by the columns that its head begins with', () => {
  const rows = table(
    ['size', 'time', 'more'],
    [
      [10, '1 s', 'x'],
      ['1,000', '9 s', 'y'],
    ],
  )
  const document = withPart(
    withPart('', 'bench', `## Site\n\n${rows}\n`),
    'bench:network',
    `## Network\n\n${rows}\n\nWords.\n`,
  )
  const all = [
    ['10', '1 s'],
    ['1,000', '9 s'],
  ]
  for (const command of ['bench', 'bench:network'] as const)
    expect(rowsThatStand(document, command, ['size', 'time'])).toEqual(all)
  expect(rowsThatStand(document, 'bench', ['size', 'speed'])).toEqual([])
  expect(rowsThatStand(document, 'bench', ['size', 'ti'])).toEqual([])
  expect(rowsThatStand(document, 'bench:detection', ['size'])).toEqual([])
})
