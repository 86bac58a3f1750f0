import type { Letter } from './letters.ts'
import { contrastOf, type Picture, type Tone } from './tone.ts'

/** Of a line, so much must be its ground, and so much may be neither that nor letters. */
const leastGround = 0.4
const mostElse = 0.08

/** What a line stands on, and the way from there to the tone of its letters. */
interface Axis {
  from: Tone
  way: Tone
  /** How long the way is, squared. */
  length: number
}

const mean = (tones: readonly Tone[]): Tone => {
  const sum = [0, 0, 0] as [number, number, number]
  for (const [red, green, blue] of tones) {
    sum[0] += red
    sum[1] += green
    sum[2] += blue
  }
  return [sum[0] / tones.length, sum[1] / tones.length, sum[2] / tones.length]
}

function axisOf(line: readonly Letter[]): Axis {
  const from = mean(line.map(({ ground }) => ground))
  const to = mean(line.map(({ tone }) => tone))
  const way: Tone = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  return { from, way, length: way[0] ** 2 + way[1] ** 2 + way[2] ** 2 }
}

/** How far along the way from the ground to the letters a pixel is, 0 to 1 and beyond; null for one that is neither. */
function along([red, green, blue]: Tone, { from, way, length }: Axis): number | null {
  const [r, g, b] = [red - from[0], green - from[1], blue - from[2]]
  const share = (r * way[0] + g * way[1] + b * way[2]) / length
  const reached = Math.max(0, share)
  const aside = Math.hypot(r - way[0] * reached, g - way[1] * reached, b - way[2] * reached)
  return aside > Math.max(20, 0.3 * Math.sqrt(length)) ? null : share
}

/** The pixels of a line in the whole picture, of which what was looked at is `factor` times smaller. */
function* tonesIn({ pixels, width }: Picture, line: readonly Letter[], factor: number): Generator<Tone> {
  const [left, top] = [least(line, 'left') * factor, least(line, 'top') * factor]
  const [right, bottom] = [most(line, 'right') * factor, most(line, 'bottom') * factor]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4
      yield [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    }
}

const least = (line: readonly Letter[], side: 'left' | 'top') =>
  Math.min(...line.map((letter) => letter[side]))
const most = (line: readonly Letter[], side: 'right' | 'bottom') =>
  Math.max(...line.map((letter) => letter[side]))

/**
 * The contrast of a line's letters with what they stand on, 1 to 21; null where there is more than these two. Letters
 * are as strong as the heart of their strokes: the edges are mixed with the ground, and the very strongest may be noise.
 */
export function contrastOfLine(picture: Picture, line: readonly Letter[], factor: number): number | null {
  const axis = axisOf(line)
  const ground: Tone[] = []
  const strokes: { share: number; tone: Tone }[] = []
  let count = 0
  let strange = 0
  for (const tone of tonesIn(picture, line, factor)) {
    count += 1
    const share = along(tone, axis)
    if (share === null) strange += 1
    else if (share < 0.25) ground.push(tone)
    else if (share > 0.5) strokes.push({ share, tone })
  }
  if (strokes.length === 0 || strange > mostElse * count || ground.length < leastGround * count) return null
  strokes.sort((one, other) => one.share - other.share)
  const [from, to] = [Math.floor(strokes.length * 0.85), Math.ceil(strokes.length * 0.97)]
  return contrastOf(mean(strokes.slice(from, to).map(({ tone }) => tone)), mean(ground))
}
