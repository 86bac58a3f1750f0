import type { Picture, Tone } from './tone.ts'

/** So many pixels across and down share what they stand on; it is looked for among those around them too. */
const cell = 16
const around = 16
/** A pixel is of the ground when no colour of it is further off than this. */
const near = 20
/** A ground that takes up less than this share of its surroundings is none to read on. */
const leastShare = 0.5

/** What the pixels of a picture stand on, cell by cell. */
export interface Ground {
  /** How far each pixel is from its ground, 0 to 255; 0 where there is no even one. */
  distance: Uint8Array
  /** The tone that a pixel stands on, by its place; null where there is no even one, and outside the picture. */
  toneAt: (x: number, y: number) => Tone | null
}

interface Window {
  left: number
  top: number
  right: number
  bottom: number
}

const bins = new Uint16Array(4096)

/** The tone that most pixels of a window are like, to four bits a colour. */
function commonest({ pixels, width }: Picture, { left, top, right, bottom }: Window): Tone {
  bins.fill(0)
  let best = 0
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4
      const bin =
        (((pixels[at] ?? 0) >> 4) << 8) | (((pixels[at + 1] ?? 0) >> 4) << 4) | ((pixels[at + 2] ?? 0) >> 4)
      const count = (bins[bin] ?? 0) + 1
      bins[bin] = count
      if (count > (bins[best] ?? 0)) best = bin
    }
  return [((best >> 8) << 4) + 8, (((best >> 4) & 15) << 4) + 8, ((best & 15) << 4) + 8]
}

/** The mean of the pixels that are near a tone, and which share of the window they are. */
function meanNear({ pixels, width }: Picture, window: Window, tone: Tone): { tone: Tone; share: number } {
  const { left, top, right, bottom } = window
  const [r, g, b] = tone
  let [red, green, blue, count] = [0, 0, 0, 0]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4
      const [r1, g1, b1] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
      if (Math.abs(r1 - r) > near || Math.abs(g1 - g) > near || Math.abs(b1 - b) > near) continue
      red += r1
      green += g1
      blue += b1
      count += 1
    }
  const mean: Tone = count > 0 ? [red / count, green / count, blue / count] : tone
  return { tone: mean, share: count / ((right - left) * (bottom - top)) }
}

function groundIn(picture: Picture, window: Window): Tone | null {
  const first = meanNear(picture, window, commonest(picture, window))
  const { tone, share } = meanNear(picture, window, first.tone)
  return share >= leastShare ? tone : null
}

/** Finds what the pixels of an opaque picture stand on. */
export function groundOf(picture: Picture): Ground {
  const { pixels, width, height } = picture
  const across = Math.ceil(width / cell)
  const tones: (Tone | null)[] = []
  const distance = new Uint8Array(width * height)
  for (let top = 0; top < height; top += cell)
    for (let left = 0; left < width; left += cell) {
      const [right, bottom] = [Math.min(width, left + cell), Math.min(height, top + cell)]
      const tone = groundIn(picture, {
        left: Math.max(0, left - around),
        top: Math.max(0, top - around),
        right: Math.min(width, right + around),
        bottom: Math.min(height, bottom + around),
      })
      tones.push(tone)
      if (!tone) continue
      for (let y = top; y < bottom; y += 1)
        for (let x = left; x < right; x += 1) {
          const at = y * width + x
          distance[at] = Math.max(
            Math.abs((pixels[at * 4] ?? 0) - tone[0]),
            Math.abs((pixels[at * 4 + 1] ?? 0) - tone[1]),
            Math.abs((pixels[at * 4 + 2] ?? 0) - tone[2]),
          )
        }
    }
  return {
    distance,
    toneAt: (x, y) =>
      x < 0 || y < 0 || x >= width || y >= height
        ? null
        : (tones[Math.floor(y / cell) * across + Math.floor(x / cell)] ?? null),
  }
}
