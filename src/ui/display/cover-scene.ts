import { outline, type Point, round, smooth } from './cover-shapes.ts'
import { hashOf, randomOf } from './hash.ts'

/** What a cover shows, in a field of 640 by 300. */
export interface CoverScene {
  palette: number
  sun: { x: number; y: number; radius: number; look: 'disc' | 'ring' | 'halo' }
  /** Outlines of hills, ridges or water, far to near. */
  land: string[]
  /** Outlines of the stones of the far cairn, when there is one; lowest first. */
  far: string[]
  /** Outlines of the stones, lowest first. */
  stones: string[]
}

export const palettes = 14
const width = 640
const height = 300
const ground = 270
const room = 236

type Between = (from: number, to: number) => number

/** The scene of an id: the same id always gives the same one. */
export function coverScene(id: string): CoverScene {
  const random = randomOf(id)
  const between: Between = (from, to) => from + (to - from) * random()
  const chance = (share: number) => random() < share
  // Narrow places cut the sides off: the stones stay near the middle, the rest moves around them.
  const x = between(258, 382)
  const side = chance(0.5) ? 1 : -1
  const count = 3 + Math.floor(random() * 4)
  return {
    palette: hashOf(`${id} palette`) % palettes,
    sun: {
      x: round(x + side * between(48, 235)),
      y: round(between(34, 138)),
      radius: round(between(30, 112)),
      look: chance(0.2) ? 'ring' : chance(0.3) ? 'halo' : 'disc',
    },
    land: landOf(between, chance(0.34) ? 'ridge' : chance(0.3) ? 'water' : 'hills'),
    far: chance(0.36)
      ? cairn(between, x - side * between(150, 225), 226, 2 + Math.floor(between(0, 3)), 0.36)
      : [],
    stones: cairn(between, x, ground, count, between(0.86, 1.1)),
  }
}

function landOf(between: Between, kind: 'hills' | 'ridge' | 'water'): string[] {
  return [between(148, 205), between(214, 240)].map((level, layer) => {
    const rough = { hills: between(16, 44), ridge: between(22, 58), water: between(2, 5) }[kind]
    const corners = kind === 'ridge' && layer === 0 ? 9 : 5
    const line = Array.from({ length: corners }, (_, corner): Point => {
      const lift = between(-rough, rough) * (layer === 0 ? 1 : 0.6)
      return [(corner / (corners - 1)) * width, level + lift]
    })
    const top =
      kind === 'ridge' && layer === 0
        ? line.map(([x, y]) => `L${round(x)} ${round(y)}`).join('')
        : smooth(line)
    return `M0 ${height}V${round(line[0]?.[1] ?? level)}${top}V${height}z`
  })
}

/** Stones on each other: each smaller and a little beside the one below, all of them within the picture. */
function cairn(between: Between, x: number, foot: number, count: number, size: number): string[] {
  let half = between(108, 140)
  let lean = 0
  const sizes = Array.from({ length: count }, () => {
    const stone = { half, thick: half * between(0.19, 0.28) + 7, lean }
    lean += between(-0.17, 0.17) * half
    half *= between(0.64, 0.82)
    return stone
  })
  const tall = sizes.reduce((sum, { thick }) => sum + thick * 1.86, 0) * size
  const scale = size * Math.min(1, room / tall)
  let top = foot
  return sizes.map(({ half: wide, thick, lean: beside }) => {
    const y = top - thick * scale
    top -= thick * 1.86 * scale
    return outline(between, [x + beside * scale, y], wide * scale, thick * scale)
  })
}
