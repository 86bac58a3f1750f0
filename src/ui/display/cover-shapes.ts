export type Point = readonly [x: number, y: number]

/** One decimal is finer than any screen draws it, and keeps the pictures small. */
export const round = (value: number) => Math.round(value * 10) / 10

const pair = (x: number, y: number) => `${round(x)} ${round(y)}`

/** Bézier commands for a smooth line through the points, which starts where the pen stands. */
export function smooth(points: readonly Point[]): string {
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))] ?? ([0, 0] as const)
  return points
    .slice(1)
    .map((_, index) => curve(at(index - 1), at(index), at(index + 1), at(index + 2)))
    .join('')
}

/** A closed, smooth, slightly uneven stone around a point: flatter above and below than an ellipse. */
export function outline(
  between: (from: number, to: number) => number,
  [x, y]: Point,
  wide: number,
  high: number,
): string {
  const square = (value: number) => Math.sign(value) * Math.abs(value) ** 0.8
  const corners = Array.from({ length: 8 }, (_, corner): Point => {
    const angle = (corner / 8) * 2 * Math.PI
    const far = between(0.93, 1.07)
    return [x + wide * far * square(Math.cos(angle)), y + high * far * square(Math.sin(angle))]
  })
  const at = (index: number) => corners[(index + 8) % 8] ?? ([x, y] as const)
  const around = corners.map((_, index) => curve(at(index - 1), at(index), at(index + 1), at(index + 2)))
  return `M${pair(...at(0))}${around.join('')}z`
}

/** From one point to the next, leaning on their neighbours (Catmull-Rom as a cubic Bézier). */
function curve(before: Point, from: Point, to: Point, after: Point): string {
  const leave = pair(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6)
  const arrive = pair(to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6)
  return `C${leave} ${arrive} ${pair(to[0], to[1])}`
}
