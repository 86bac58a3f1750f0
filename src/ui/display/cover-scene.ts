import { randomOf } from './hash.ts'

/** What a cover shows, in a field of 640 by 300. */
export interface CoverScene {
  palette: number
  sun: { x: number; y: number; radius: number; isRing: boolean }
  /** Outlines of hills or water, far to near. */
  land: string[]
  /** Outlines of stones, lowest first. */
  stones: string[]
}

export const palettes = 10
const height = 300
const ground = 268

/** The scene of an id: the same id always gives the same one. */
export function coverScene(id: string): CoverScene {
  const random = randomOf(id)
  const between = (from: number, to: number) => from + (to - from) * random()
  const palette = Math.floor(random() * palettes)
  const count = 3 + Math.floor(random() * 4)
  const x = between(225, 415)
  const side = x > 320 ? -1 : 1
  const sun = {
    x: round(x + side * between(70, 230)),
    y: round(between(36, 132)),
    radius: round(between(34, 118)),
    isRing: random() < 0.22,
  }
  return { palette, sun, land: landOf(between), stones: stonesOf(between, x, count) }
}

type Between = (from: number, to: number) => number

function landOf(between: Between): string[] {
  const rolls = between(0, 1) < 0.7
  return [between(150, 215), between(215, 245)].map((level, layer) => {
    const swell = rolls ? between(18, 54) : between(3, 8)
    const turn = between(140, 500)
    const far = round(level + (layer === 0 ? -swell : swell) / 2)
    return `M0 ${round(level)}C${round(turn * 0.4)} ${round(level - swell)} ${round(turn)} ${round(level + swell)} 640 ${far}V${height}H0z`
  })
}

function stonesOf(between: Between, x: number, count: number): string[] {
  const stones: string[] = []
  const scale = count > 5 ? 0.82 : count === 3 ? 1.16 : 1
  let half = between(112, 148) * scale
  let top = ground
  let lean = 0
  for (let stone = 0; stone < count; stone += 1) {
    const thick = half * between(0.2, 0.3) + 7
    stones.push(outline(between, x + lean, top - thick, half, thick))
    top -= thick * 1.86
    lean += between(-0.16, 0.16) * half
    half *= between(0.64, 0.82)
  }
  return stones
}

/** A closed, smooth, slightly uneven outline around a point. */
function outline(between: Between, x: number, y: number, wide: number, high: number): string {
  const corners = Array.from({ length: 8 }, (_, corner) => {
    const angle = (corner / 8) * 2 * Math.PI
    const far = between(0.93, 1.07)
    // Squarer than an ellipse: stones lie flat on each other.
    const square = (value: number) => Math.sign(value) * Math.abs(value) ** 0.78
    return [x + wide * far * square(Math.cos(angle)), y + high * far * square(Math.sin(angle))] as const
  })
  const at = (index: number) => corners[(index + 8) % 8] ?? ([x, y] as const)
  const curve = corners.map((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const pull = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]) =>
      `${round(a[0] + (c[0] - b[0]) / 6)} ${round(a[1] + (c[1] - b[1]) / 6)}`
    return `C${pull(from, before, to)} ${pull(to, after, from)} ${round(to[0])} ${round(to[1])}`
  })
  const [startX, startY] = at(0)
  return `M${round(startX)} ${round(startY)}${curve.join('')}z`
}

const round = (value: number) => Math.round(value * 10) / 10
