import { type Camera, placed, type Size, sizeOf } from './camera.ts'
import type { Layout } from './layout.ts'
import type { Picture } from './picture.ts'

export interface Label {
  text: string
  x: number
  y: number
  isHome: boolean
}

/** So many names stand in the picture at once. */
export const mostLabels = 28
const letter = 6.6
const line = 17

export interface Shown {
  picture: Picture
  layout: Layout
  /** Everybody, who weighs most first. */
  order: readonly number[]
  weights: Float32Array
  /** Who is looked at, and whom they are linked with. */
  near: ReadonlySet<number> | null
}

/** Names that fit without covering each other: those of whom one looks at first, then groups, then who helps most. */
export function labelsFor(
  { picture, layout, order, weights, near }: Shown,
  camera: Camera,
  frame: Size,
): Label[] {
  const labels: Label[] = []
  const add = (text: string, [x, y]: [number, number], away: number, isHome: boolean) => {
    const half = (text.length * letter) / 2
    if (labels.length >= mostLabels || x < half || x > frame.width - half) return
    const at = y - away < line ? y + away + line : y - away
    if (at > frame.height) return
    const isFree = labels.every(
      (one) => Math.abs(one.y - at) > line || Math.abs(one.x - x) > half + (one.text.length * letter) / 2 + 4,
    )
    if (isFree) labels.push({ text, x, y: at, isHome })
  }
  const node = (one: number) => {
    const [x, y] = [layout.at[one * 2] as number, layout.at[one * 2 + 1] as number]
    const away = sizeOf(weights[one] as number, camera.scale) / 2 + 4
    add(picture.names[one] as string, placed(camera, frame, x, y), away, picture.kind === 'groups')
  }
  for (const one of order) if (near?.has(one)) node(one)
  if (picture.kind === 'people')
    for (const [place, { name }] of picture.homes.entries()) {
      const [x, y, radius] = layout.discs.subarray(place * 3, place * 3 + 3) as unknown as [
        number,
        number,
        number,
      ]
      add(name, placed(camera, frame, x, y), (radius + 0.4) * camera.scale + 2, true)
    }
  const isClose = picture.kind === 'groups' || camera.scale > 12
  if (!near && isClose) for (const one of order) node(one)
  return labels
}

/** Writes the labels into elements that are there already: a frame makes none anew. */
export function writeLabels(place: HTMLElement, labels: readonly Label[]): void {
  while (place.children.length < mostLabels) place.append(document.createElement('span'))
  for (const [at, element] of [...place.children].entries()) {
    const span = element as HTMLElement
    const label = labels[at]
    span.hidden = !label
    if (!label) continue
    if (span.textContent !== label.text) span.textContent = label.text
    span.dataset.home = String(label.isHome)
    span.style.transform = `translate(${Math.round(label.x)}px, ${Math.round(label.y)}px) translate(-50%, -100%)`
  }
}
