import { expect, test } from 'vitest'
import { withPart } from './parts.ts'

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
