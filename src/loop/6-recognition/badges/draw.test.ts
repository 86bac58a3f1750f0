import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgeAddress, colourNames, drawBadge, shapeNames, trimNames } from './draw.ts'
import { fields, ink } from './palette.ts'
import { symbolNames } from './symbols.ts'

const channel = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const lightness = (colour: string) =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, at) =>
      sum + weight * channel(Number.parseInt(colour.slice(1 + at * 2, 3 + at * 2), 16) / 255),
    0,
  )
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [lightness(a), lightness(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test.each(Object.entries(fields))(
  'what is drawn on %s is seen, and the badge on pages of both themes',
  (_, field) => {
    expect(contrast(field, ink)).toBeGreaterThanOrEqual(4.5)
    for (const page of ['#fbfaf8', '#ffffff', '#f3f1ec', '#151412', '#1d1c19', '#24221e'])
      expect([page, contrast(field, page)]).toEqual([page, expect.toSatisfy((value) => value >= 3)])
  },
)

const drawing = fc.record({
  shape: fc.constantFrom(...shapeNames),
  colour: fc.constantFrom(...colourNames),
  symbol: fc.constantFrom(...symbolNames),
  trim: fc.constantFrom(...trimNames),
})
const level = fc
  .integer({ min: 1, max: 5 })
  .chain((levels) => fc.record({ levels: fc.constant(levels), level: fc.integer({ min: 1, max: levels }) }))

test('whatever is chosen and whatever it is called, the picture is well-formed, and its words are but its title', () => {
  fc.assert(
    fc.property(drawing, level, fc.string({ unit: 'binary' }), (chosen, at, title) => {
      const svg = drawBadge(chosen, at, { title })
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      const tags = [...svg.matchAll(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g)]
      const open: string[] = []
      for (const [, end, name = '', , closed] of tags) {
        if (end) expect(open.pop()).toBe(name)
        else if (!closed) open.push(name)
      }
      expect(open).toEqual([])
      const words = svg.replace(/<\/?[a-z]+(?: [\w:-]+="[^"<]*")*\/?>/g, '')
      expect(words).not.toMatch(/[<>"']/)
      expect(tags.map(([, , name]) => name)).not.toContain('script')
      expect(drawBadge(chosen, at, { title })).toBe(svg)
    }),
  )
})

test('each choice and each level makes another picture', () => {
  const seen = new Set<string>()
  let count = 0
  for (const shape of shapeNames)
    for (const colour of colourNames)
      for (const symbol of symbolNames)
        for (const trim of trimNames)
          for (const one of [1, 2, 3]) {
            count += 1
            seen.add(drawBadge({ shape, colour, symbol, trim }, { level: one, levels: 3 }, { title: '' }))
          }
  expect(seen.size).toBe(count)
})

test('as an address it is data that holds nothing but the picture', () => {
  const chosen = { shape: 'stone', colour: 'pine', symbol: 'cairn', trim: 'ring' } as const
  const address = badgeAddress(chosen, { level: 1, levels: 1 }, '</title><script>')
  expect(decodeURIComponent(address.replace('data:image/svg+xml,', ''))).toBe(
    drawBadge(chosen, { level: 1, levels: 1 }, { title: '</title><script>' }),
  )
  expect(address).not.toContain('<')
})
