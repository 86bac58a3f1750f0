/** What is looked at: the point in the middle, and how many pixels a step of the layout is long. */
export interface Camera {
  x: number
  y: number
  scale: number
}

export interface Size {
  width: number
  height: number
}

const margin = 0.9
const closest = 60

/** All discs of a layout (x, y, radius by turns) within the frame. */
export function fitted(discs: Float32Array, { width, height }: Size): Camera {
  let [left, right, top, bottom] = [1e9, -1e9, 1e9, -1e9]
  for (let one = 0; one < discs.length; one += 3) {
    const [x, y, radius] = discs.subarray(one, one + 3) as unknown as [number, number, number]
    ;[left, right] = [Math.min(left, x - radius), Math.max(right, x + radius)]
    ;[top, bottom] = [Math.min(top, y - radius), Math.max(bottom, y + radius)]
  }
  if (left > right) return { x: 0, y: 0, scale: 1 }
  const scale = Math.min(closest, (width * margin) / (right - left), (height * margin) / (bottom - top))
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale }
}

/** Moved by so many pixels. */
export const panned = ({ x, y, scale }: Camera, byX: number, byY: number): Camera => ({
  x: x - byX / scale,
  y: y - byY / scale,
  scale,
})

/** Closer or farther around a point of the frame, as far as `whole` is seen at a third. */
export function zoomed(
  camera: Camera,
  by: number,
  at: [number, number],
  { size, whole }: { size: Size; whole: Camera },
): Camera {
  const scale = Math.min(Math.max(camera.scale * by, whole.scale / 3), Math.max(closest, whole.scale) * 2)
  const [awayX, awayY] = [at[0] - size.width / 2, at[1] - size.height / 2]
  return {
    x: camera.x + awayX / camera.scale - awayX / scale,
    y: camera.y + awayY / camera.scale - awayY / scale,
    scale,
  }
}

/** Where a point of the layout is in the frame. */
export const placed = (camera: Camera, { width, height }: Size, x: number, y: number): [number, number] => [
  (x - camera.x) * camera.scale + width / 2,
  (y - camera.y) * camera.scale + height / 2,
]

/** How big one of a weight is drawn, in pixels across: as the layout has room, never too small to be met. */
export const sizeOf = (weight: number, scale: number): number =>
  Math.min(44, Math.max(3, scale * 0.62) * (0.7 + weight * 0.9) + weight * 3)
