import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '#platform/seeded'
import { pictureIn } from './decode.ts'
import { clouds, fileOf, flat, type Paint, painted, written } from './fixtures/drawn.ts'
import { wordless } from './fixtures/wordless.ts'
import { contrastOf, type Picture, type Tone } from './tone.ts'
import { contrastOfWords } from './words.ts'

const white: Tone = [255, 255, 255]
const black: Tone = [0, 0, 0]
const wide = 900
const [small, usual, large] = [20, 40, 120]

/** Words of a tone on a ground. */
const sign = (tone: Tone, on: Paint, size: number): Picture =>
  written(painted(wide, size * 4 + 20, on), { tone, size, lines: size > 100 ? ['Torque the bolt'] : lines })
const lines = ['Torque the bolts to 25 Nm', 'in the order shown here']

/** The picture after it was kept as a photo is. */
const asPhoto = (picture: Picture, quality: number): Picture => {
  const kept = pictureIn(fileOf.jpeg(picture, quality))
  if (!kept) throw new Error('A picture of our own is not read.')
  return kept
}

test('two tones stand as far apart as WCAG says', () => {
  expect(contrastOf(black, white)).toBe(21)
  expect(contrastOf(white, white)).toBe(1)
  // The lightest grey that WCAG has beside it as enough for words on white, and the next one.
  expect(contrastOf([118, 118, 118], white)).toBeCloseTo(4.54, 2)
  expect(contrastOf(white, [119, 119, 119])).toBeCloseTo(4.48, 2)
  expect(contrastOf([255, 255, 0], white)).toBeCloseTo(1.07, 2)
})

describe('words on a plain ground are measured within 15 % of what they are', () => {
  const signs: [string, Tone, Tone][] = [
    ['dark on light', [20, 20, 20], [245, 240, 230]],
    ['light on dark', [255, 255, 255], [20, 30, 80]],
    ['grey that is just dark enough', [118, 118, 118], white],
    ['light grey on white', [204, 204, 204], white],
    ['paler still', [226, 226, 226], white],
    ['yellow on white', [255, 235, 0], white],
    ['orange on white', [240, 150, 30], white],
    ['grey on grey', [120, 120, 120], [160, 160, 160]],
    ['dark on dark', [70, 70, 70], [30, 30, 30]],
    ['red on green, as light', [200, 40, 40], [40, 130, 40]],
  ]
  test.each(signs)('%s', (_, tone, ground) => {
    const is = contrastOf(tone, ground)
    for (const size of [small, usual, large]) {
      const picture = sign(tone, flat(ground), size)
      for (const kept of [picture, asPhoto(picture, 80), asPhoto(picture, 50)]) {
        const found = contrastOfWords(kept) ?? 0
        expect(Math.abs(found / is - 1), `${found} of ${is}, ${size} high`).toBeLessThan(0.15)
      }
    }
  })
})

test('white words on a pale ground that is none too even are found, and on a restless one nothing is told', () => {
  const on = (unrest: number): Paint => {
    const next = seeded(7)
    const [near, far] = [clouds(next, 9), clouds(next, 40)]
    return (x, y) => {
      const light = 205 + (near(x, y) + far(x, y) - 1) * unrest + (next() - 0.5) * unrest * 0.3
      return [light, light, light - 6]
    }
  }
  const found = contrastOfWords(asPhoto(sign(white, on(20), usual), 85)) ?? 0
  expect(found).toBeGreaterThan(1.3)
  expect(found).toBeLessThan(1.9)
  expect(contrastOfWords(sign(white, on(150), usual))).toBeNull()
})

test('the palest words of a picture count, whatever else is on it', () => {
  const chart = painted(600, 400, wordless['chart of lines']?.(3) ?? flat(white))
  const room = painted(600, 400, (x, y) => (y > 200 ? white : [...toneAt(chart, x, y)]))
  const titled = written(room, { tone: black, size: 36, top: 300, lines: ['Deviation over a day'] })
  expect(contrastOfWords(titled)).toBeGreaterThan(15)
  const pale = written(titled, { tone: [200, 200, 200], size: 24, top: 230, lines: ['measured in the cold'] })
  expect(contrastOfWords(pale)).toBeLessThan(2)
})

function toneAt({ pixels, width }: Picture, x: number, y: number): Tone {
  const at = (y * width + x) * 4
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
}

test('what is see-through is seen as on a white page', () => {
  const { pixels, ...size } = sign([220, 220, 220], flat(white), usual)
  const clear = pixels.map((part, at) => (at % 4 === 3 ? (pixels[at - 1] === 255 ? 0 : 255) : part))
  expect(contrastOfWords({ pixels: clear, ...size })).toBeLessThan(1.6)
})

describe('where there is no word nothing is told', () => {
  test.each(Object.keys(wordless))('%s', (kind) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), (seed, isPhoto) => {
        const picture = painted(280, 220, wordless[kind]?.(seed) ?? flat(white))
        expect(contrastOfWords(isPhoto ? asPhoto(picture, 70) : picture)).toBeNull()
      }),
      { numRuns: 16, seed: 1138 },
    )
  })

  test('on a plain ground, in a picture of a few pixels, and in none', () => {
    for (const [across, down] of [
      [400, 300],
      [12, 12],
      [1, 1],
      [2000, 3],
    ] as const)
      expect(contrastOfWords(painted(across, down, flat([240, 240, 240])))).toBeNull()
    expect(contrastOfWords({ pixels: new Uint8Array(0), width: 0, height: 0 })).toBeNull()
  })
})
