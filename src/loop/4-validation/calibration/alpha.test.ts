import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alphaOf, metrics } from './alpha.ts'

/** Units from a line of each observer; a dot is a value that was not given. Letters are values by their place in the alphabet. */
function unitsOf(...observers: string[]): number[][] {
  const rows = observers.map((line) => line.trim().split(/\s+/))
  return (rows[0] ?? []).map((_, unit) =>
    rows.flatMap((row) => {
      const said = row[unit] ?? '.'
      if (said === '.') return []
      return /\d/.test(said) ? Number(said) : said.charCodeAt(0)
    }),
  )
}

/** Computing Krippendorff's Alpha-Reliability (2011), example C. */
const withGaps = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

/** Hayes & Krippendorff (2007), Answering the Call for a Standard Reliability Measure for Coding Data: 40 articles, 5 observers. */
const articles = unitsOf(
  '1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1',
  '1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1',
  '2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1',
  '. 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .',
  '2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1',
)

describe('of published worked examples alpha is what their authors say', () => {
  test.each([
    ['two observers, two values', unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 'nominal', 0.095],
    [
      'two observers, five names',
      unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d'),
      'nominal',
      0.692,
    ],
    ['four observers with gaps, names', withGaps, 'nominal', 0.743],
    ['four observers with gaps, ranks', withGaps, 'ordinal', 0.815],
    ['four observers with gaps, numbers', withGaps, 'interval', 0.849],
    ['five observers of forty articles, names', articles, 'nominal', 0.477],
    ['five observers of forty articles, ranks', articles, 'ordinal', 0.76],
    ['five observers of forty articles, numbers', articles, 'interval', 0.757],
  ] as const)('%s', (_, units, metric, published) => {
    expect(alphaOf(units, metric)).toBeCloseTo(published, 3)
  })

  test('to the fourth decimal that Hayes and Krippendorff give', () => {
    expect(alphaOf(articles, 'ordinal')).toBeCloseTo(0.7598, 4)
  })
})

const level = fc.integer({ min: 1, max: 4 })
const some = fc.array(fc.array(level, { maxLength: 5 }), { maxLength: 30 })

test('it matters neither who gave which value nor in which order units come', () => {
  const mixed = fc.tuple(some, fc.integer()).map(([units, seed]) => {
    const turned = (values: number[]) => values.map((_, at) => values[(at + Math.abs(seed)) % values.length])
    return { units, others: units.map((values) => turned(values) as number[]).reverse() }
  })
  fc.assert(
    fc.property(mixed, fc.constantFrom(...metrics), ({ units, others }, metric) => {
      const [one, other] = [alphaOf(units, metric), alphaOf(others, metric)]
      if (one === null) expect(other).toBeNull()
      else expect(other).toBeCloseTo(one, 9)
    }),
  )
})

test('who always agrees, on more than one value, agrees perfectly; nobody agrees better', () => {
  fc.assert(
    fc.property(
      fc.array(level, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...metrics),
      (values, metric) => {
        const units = [...values, 1, 4].map((value) => [value, value, value])
        expect(alphaOf(units, metric)).toBe(1)
      },
    ),
  )
  fc.assert(
    fc.property(some, fc.constantFrom(...metrics), (units, metric) => {
      expect(alphaOf(units, metric) ?? 1).toBeLessThanOrEqual(1)
    }),
  )
})

test('units that one observer judged, or nobody, change nothing', () => {
  for (const metric of metrics)
    expect(alphaOf([...withGaps, [5], [], [1]], metric)).toBe(alphaOf(withGaps, metric))
})

test('nothing is said where nothing can be paired, or where nothing varies', () => {
  for (const metric of metrics)
    for (const units of [[], [[1], [2]], [[3, 3]], [[2, 2], [2, 2, 2], [1]]])
      expect(alphaOf(units, metric)).toBeNull()
})

test('a hundred thousand values take no longer than they need: each is looked at so many times, whatever there are', () => {
  let reads = 0
  const counted = (values: number[]) =>
    new Proxy(values, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
        return Reflect.get(target, key, receiver)
      },
    })
  const readsOf = (length: number) => {
    reads = 0
    alphaOf(
      Array.from({ length }, (_, at) => counted([1 + (at % 4), 1 + ((at * 7) % 4)])),
      'ordinal',
    )
    return reads
  }
  expect(readsOf(50_000)).toBe(readsOf(500) * 100)
})
