/** Pixels that hang together, and where they are. */
export interface Shape {
  left: number
  top: number
  /** The first column and row after it. */
  right: number
  bottom: number
  /** How many pixels it has, and how many of their sides are its outline. */
  area: number
  outline: number
  /** The places of its pixels: `y * width + x`. */
  places: Int32Array
}

/** What has more shapes than this is a texture and no text. */
const mostShapes = 40_000

/**
 * The shapes that the marked pixels of a picture form, corner to corner too; null where they are too many to be told.
 */
export function shapesOf(marked: Uint8Array, width: number): Shape[] | null {
  const height = marked.length / width
  const stack = new Int32Array(marked.length)
  const shapes: Shape[] = []
  const seen = marked.slice()
  for (let start = 0; start < marked.length; start += 1) {
    if (seen[start] !== 1) continue
    if (shapes.length === mostShapes) return null
    shapes.push(shapeAt(start, { marked, seen, stack, width, height }))
  }
  return shapes
}

interface Flood {
  marked: Uint8Array
  seen: Uint8Array
  stack: Int32Array
  width: number
  height: number
}

function shapeAt(start: number, { marked, seen, stack, width, height }: Flood): Shape {
  const box = { left: width, top: height, right: 0, bottom: 0, outline: 0 }
  let [count, done] = [1, 0]
  stack[0] = start
  seen[start] = 0
  while (done < count) {
    const at = stack[done] ?? 0
    done += 1
    const [x, y] = [at % width, Math.floor(at / width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x + 1)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y + 1)
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) {
        const [nx, ny] = [x + dx, y + dy]
        const next = ny * width + nx
        const isIn = nx >= 0 && ny >= 0 && nx < width && ny < height
        if ((dx === 0) !== (dy === 0) && !(isIn && marked[next] === 1)) box.outline += 1
        if (!isIn || seen[next] !== 1) continue
        seen[next] = 0
        stack[count] = next
        count += 1
      }
  }
  return { ...box, area: count, places: stack.slice(0, count) }
}
