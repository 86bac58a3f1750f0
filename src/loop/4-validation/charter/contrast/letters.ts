import type { Ground } from './ground.ts'
import { type Shape, shapesOf } from './shapes.ts'
import { apart, type Picture, type Tone } from './tone.ts'

/** A shape that may be a letter: thin strokes of one tone. */
export interface Letter extends Shape {
  tone: Tone
  ground: Tone
  /** How wide its strokes are, in pixels. */
  stroke: number
}

/** What is nearer to its ground than this is part of it. */
const leastApart = 16
const lowest = 7
const highest = 40
/** Several letters that touch are one shape, so many times as wide as high at most. */
const widest = 2.5

const at = (values: Uint8Array, share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Every shape that may be a letter; none where there are too many to be told. */
export function lettersOf(picture: Picture, { distance, toneAt }: Ground): Letter[] {
  const { width } = picture
  const marks = distance.map((far) => (far >= leastApart ? 1 : 0))
  const blobs = shapesOf(marks, width)
  if (!blobs) return []
  // Letters are smooth at their edges and flow together there: what is nearer to the ground than to the stroke is left out.
  const cores = new Uint8Array(marks.length)
  for (const { places } of blobs) {
    const half = at(distancesOf(distance, places), 0.9) / 2
    for (const place of places) if ((distance[place] ?? 0) >= half) cores[place] = 1
  }
  const letters: Letter[] = []
  for (const shape of shapesOf(cores, width) ?? []) {
    const ground = isLetter(shape) ? groundAround(shape, toneAt) : null
    if (ground)
      letters.push({
        ...shape,
        ground,
        tone: toneOf(picture, distance, shape.places),
        stroke: strokeOf(shape),
      })
  }
  return letters
}

/** What a shape stands on; null where that is not the same on all its sides, and at the edge of the picture. */
function groundAround({ left, top, right, bottom }: Shape, toneAt: Ground['toneAt']): Tone | null {
  const first = toneAt(left - 1, top - 1)
  const rest = [toneAt(right, top - 1), toneAt(left - 1, bottom), toneAt(right, bottom)]
  return first && rest.every((tone) => tone && apart(tone, first) <= leastApart) ? first : null
}

const distancesOf = (distance: Uint8Array, places: Int32Array): Uint8Array =>
  Uint8Array.from(places, (place) => distance[place] ?? 0).sort()

/** Twice the area over the outline: of a long line exactly how wide it is. */
const strokeOf = ({ area, outline }: Shape): number => (2 * area) / Math.max(1, outline)

function isLetter(shape: Shape): boolean {
  const { left, top, right, bottom, area } = shape
  const [width, height] = [right - left, bottom - top]
  if (height < lowest || height > highest || width > widest * height) return false
  const fill = area / (width * height)
  if (width > 0.4 * height && (fill < 0.1 || fill > 0.85)) return false
  return strokeOf(shape) <= 0.3 * height
}

/** The mean tone of those of its pixels that are furthest from the ground. */
function toneOf({ pixels }: Picture, distance: Uint8Array, places: Int32Array): Tone {
  const far = at(distancesOf(distance, places), 0.75)
  let [red, green, blue, count] = [0, 0, 0, 0]
  for (const place of places) {
    if ((distance[place] ?? 0) < far) continue
    red += pixels[place * 4] ?? 0
    green += pixels[place * 4 + 1] ?? 0
    blue += pixels[place * 4 + 2] ?? 0
    count += 1
  }
  return [red / count, green / count, blue / count]
}
