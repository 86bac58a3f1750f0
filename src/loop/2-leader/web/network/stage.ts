import { type Camera, panned, placed, type Size, sizeOf, zoomed } from './camera.ts'
import { onOtherLook } from './colours.ts'
import { drawingOf } from './drawing.ts'
import { labelsFor, type Shown, writeLabels } from './labels.ts'
import type { Layout } from './layout.ts'
import { type Picture, weightsOf } from './picture.ts'

/** More than this many links are drawn in as many dots as the page has, not as the screen has. */
const fewLinks = 20_000

/** Whom one is linked with, and oneself. */
function nearOf({ from, to }: Picture, node: number): Set<number> {
  const near = new Set([node])
  for (const [at, one] of from.entries()) {
    if (one === node) near.add(to[at] as number)
    if (to[at] === node) near.add(one)
  }
  return near
}

interface Given {
  canvas: HTMLCanvasElement
  names: HTMLElement
  picture: Picture
  layout: Layout
  frame: Size
}

/** Who is drawn at a point of the frame: of several who weighs most. */
function foundAt(
  { picture, layout, order, weights }: Shown,
  camera: Camera,
  frame: Size,
  x: number,
  y: number,
) {
  const isThere = (one: number) => {
    const [left, top] = placed(camera, frame, layout.at[one * 2] as number, layout.at[one * 2 + 1] as number)
    return Math.hypot(left - x, top - y) < Math.max(9, sizeOf(weights[one] as number, camera.scale) / 2 + 3)
  }
  return picture.ids.length === 0 ? null : (order.find(isThere) ?? null)
}

/** The camera with somebody in its middle, unless they are in sight already. */
function broughtIn(camera: Camera, frame: Size, { at }: Layout, node: number): Camera {
  const [x, y] = [at[node * 2] as number, at[node * 2 + 1] as number]
  const [left, top] = placed(camera, frame, x, y)
  const isSeen = left > 40 && top > 40 && left < frame.width - 40 && top < frame.height - 40
  return isSeen ? camera : { ...camera, x, y }
}

function shownOf({ picture, layout }: Given): Shown {
  const weights = weightsOf(picture)
  const order = [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
  return { picture, layout, order, weights, near: null }
}

function drawingIn({ canvas, frame, picture, layout }: Given) {
  const ratio = picture.from.length > fewLinks ? 1 : Math.min(2, window.devicePixelRatio)
  canvas.width = Math.round(frame.width * ratio)
  canvas.height = Math.round(frame.height * ratio)
  return drawingOf({ canvas, frame, ratio }, picture, layout)
}

/** A picture that can be moved: draws when something changed, and until it is sharp. Null where there is no WebGL. */
export function stageOf(given: Given) {
  const { canvas, names, picture, layout, frame } = given
  const drawing = drawingIn(given)
  if (!drawing) return null
  const { whole } = drawing
  const shown = shownOf(given)
  let [camera, asked] = [whole, 0]
  const draw = (now: number) => {
    asked = 0
    const isMore = drawing.draw(camera, now)
    writeLabels(names, labelsFor(shown, camera, frame))
    canvas.dataset.drawn = isMore ? 'part' : 'all'
    if (isMore) look(camera)
  }
  const look = (next: Camera) => {
    camera = next
    asked ||= requestAnimationFrame(draw)
  }
  const stop = onOtherLook(() => {
    drawing.paint()
    look(camera)
  })
  look(camera)
  return {
    pan: (x: number, y: number) => look(panned(camera, x, y)),
    zoom: (by: number, at: [number, number] = [frame.width / 2, frame.height / 2]) =>
      look(zoomed(camera, by, at, { size: frame, whole })),
    fit: () => look(whole),
    /** Lights one and whom they are linked with; brings them into the middle where they are sought and out of sight. */
    lookAt(node: number | null, isSought = false) {
      shown.near = node === null ? null : nearOf(picture, node)
      drawing.lookAt(node)
      look(node !== null && isSought ? broughtIn(camera, frame, layout, node) : camera)
    },
    at: (x: number, y: number) => foundAt(shown, camera, frame, x, y),
    end() {
      stop()
      cancelAnimationFrame(asked)
      drawing.end()
    },
  }
}
export type Stage = NonNullable<ReturnType<typeof stageOf>>
