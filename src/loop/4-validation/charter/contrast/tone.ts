/** A colour: red, green and blue, 0 to 255 each. */
export type Tone = readonly [number, number, number]

/** Pixels in rows from the top, four bytes each: red, green, blue, and how opaque. */
export interface Picture {
  pixels: Uint8Array | Uint8ClampedArray
  width: number
  height: number
}

const linear = (byte: number): number => {
  const share = byte / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** How light a tone is, 0 to 1: the relative luminance of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export const luminanceOf = ([red, green, blue]: Tone): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** How far two tones stand apart, 1 to 21: the contrast ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrastOf(one: Tone, other: Tone): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The most that two tones differ in one of their colours, 0 to 255: what is pale yellow on white differs in blue alone. */
export const apart = (one: Tone, other: Tone): number =>
  Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]))

/** The picture as it stands on a white page: nothing shines through any more. */
export function onWhite({ pixels, width, height }: Picture): Picture {
  const opaque = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < opaque.length; at += 4) {
    const share = (pixels[at + 3] ?? 0) / 255
    for (let part = 0; part < 3; part += 1)
      opaque[at + part] = (pixels[at + part] ?? 0) * share + 255 * (1 - share)
    opaque[at + 3] = 255
  }
  return { pixels: opaque, width, height }
}

/** The picture at half its width and height, each pixel the mean of four. */
export function halved({ pixels, width, height }: Picture): Picture {
  const [across, down] = [width >> 1, height >> 1]
  const half = new Uint8ClampedArray(across * down * 4)
  const row = width * 4
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const from = y * 2 * row + x * 8
      const to = (y * across + x) * 4
      for (let part = 0; part < 4; part += 1) {
        const at = from + part
        half[to + part] =
          ((pixels[at] ?? 0) +
            (pixels[at + 4] ?? 0) +
            (pixels[at + row] ?? 0) +
            (pixels[at + row + 4] ?? 0)) /
          4
      }
    }
  return { pixels: half, width: across, height: down }
}
