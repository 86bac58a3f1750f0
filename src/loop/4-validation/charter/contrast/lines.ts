import type { Letter } from './letters.ts'
import { apart } from './tone.ts'

/** A line needs so many letters to be told from a chance, and all lines so great a share of what may be a letter. */
const fewest = 7
const leastShare = 0.05

/** Letters that stand side by side on one line, in one tone; no line where most of what may be a letter stands about. */
export function linesOf(letters: readonly Letter[]): Letter[][] {
  const sorted = letters.toSorted((one, other) => one.left - other.left)
  const parent = sorted.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? 0] ?? 0
      at = parent[at] ?? 0
    }
    return at
  }
  for (const [index, one] of sorted.entries())
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next]
      if (!other || other.left - one.right > 1.2 * (one.bottom - one.top)) break
      if (areNeighbours(one, other)) parent[root(next)] = root(index)
    }
  const lines = [...Map.groupBy(sorted.entries(), ([index]) => root(index)).values()]
    .map((members) => members.map(([, letter]) => letter))
    .filter((line) => isLine(line) && standsAlone(line, sorted))
  return lines.flat().length >= leastShare * letters.length ? lines : []
}

function areNeighbours(one: Letter, other: Letter): boolean {
  const [high, low] = [one.bottom - one.top, other.bottom - other.top]
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  if (overlap < 0.5 * Math.min(high, low) || Math.max(high, low) > 2.2 * Math.min(high, low)) return false
  const far = apart(one.tone, one.ground)
  return apart(one.tone, other.tone) <= Math.max(16, 0.3 * far) && apart(one.ground, other.ground) <= 16
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const share = <Item>(items: readonly Item[], test: (item: Item) => boolean): number =>
  items.filter(test).length / items.length

const heightOf = ({ top, bottom }: Letter): number => bottom - top
const widthOf = ({ left, right }: Letter): number => right - left
const fillOf = (letter: Letter): number => letter.area / (widthOf(letter) * heightOf(letter))

/** Whether there is room above and below a line, and little else in it: in a texture its like is everywhere. */
function standsAlone(line: readonly Letter[], all: readonly Letter[]): boolean {
  const room = 0.3 * middle(line.map(heightOf))
  const [left, right] = [Math.min(...line.map((one) => one.left)), Math.max(...line.map((one) => one.right))]
  const top = Math.min(...line.map((one) => one.top)) - room
  const bottom = Math.max(...line.map((one) => one.bottom)) + room
  const within = all.filter(
    (one) => one.right > left && one.left < right && one.bottom > top && one.top < bottom,
  )
  return within.length <= 1.25 * line.length
}

/** Whether what stands in a row is writing: on one line, with strokes of one width, and of more than one form. */
function isLine(line: readonly Letter[]): boolean {
  if (line.length < fewest) return false
  const close = Math.max(1, 0.1 * middle(line.map(heightOf)))
  return standsOnLine(line, close) && hasOnePen(line) && hasForms(line)
}

/** Most letters stand on the line, and end at one of two heights: that of an x or that of an H. */
function standsOnLine(line: readonly Letter[], close: number): boolean {
  const base = middle(line.map(({ bottom }) => bottom))
  if (share(line, ({ bottom }) => Math.abs(bottom - base) <= close) < 0.6) return false
  const tops = line.map(({ top }) => top)
  const isAt = (top: number, level: number) => Math.abs(top - level) <= close
  const commonest = (among: readonly number[]) =>
    among.toSorted((one, other) => count(among, other) - count(among, one))[0] ?? 0
  const count = (among: readonly number[], level: number) => among.filter((top) => isAt(top, level)).length
  const first = commonest(tops)
  const second = commonest(tops.filter((top) => !isAt(top, first)))
  return share(tops, (top) => isAt(top, first) || isAt(top, second)) >= 0.75
}

function hasOnePen(line: readonly Letter[]): boolean {
  const stroke = middle(line.map((letter) => letter.stroke))
  return share(line, (letter) => Math.abs(letter.stroke - stroke) <= 0.35 * stroke) >= 0.75
}

/** Letters are more air than ink, and differ: ticks, dashes and dots do not. */
function hasForms(line: readonly Letter[]): boolean {
  if (share(line, (letter) => fillOf(letter) < 0.75) < 0.5) return false
  const [width, fill] = [middle(line.map(widthOf)), middle(line.map(fillOf))]
  const isOther = (letter: Letter) =>
    Math.abs(widthOf(letter) - width) > 0.2 * width || Math.abs(fillOf(letter) - fill) > 0.1
  return share(line, isOther) >= 0.2
}
