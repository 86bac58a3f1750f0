import { type Camera, fitted, type Size } from './camera.ts'
import { type Colours, readColours } from './colours.ts'
import type { Layout } from './layout.ts'
import { linkBrush } from './link-brush.ts'
import { linkPlates } from './link-plates.ts'
import { nodeBrush } from './node-brush.ts'
import { type Picture, weightsOf } from './picture.ts'
import { shapes } from './shapes.ts'

/** Ends and weight of the links that `which` says, by turns. */
function linesOf({ from, to, acts }: Picture, { at }: Layout, which: Iterable<number>): Float32Array {
  const most = Math.log(1 + acts.reduce((so, one) => Math.max(so, one), 1))
  const links = [...which]
  const lines = new Float32Array(links.length * 5)
  for (const [place, link] of links.entries()) {
    const [a, b] = [(from[link] as number) * 2, (to[link] as number) * 2]
    const weight = Math.log(1 + (acts[link] as number)) / most
    lines.set([at[a] as number, at[a + 1] as number, at[b] as number, at[b + 1] as number, weight], place * 5)
  }
  return lines
}

/** Many links are drawn faintly, so that it shows where they are dense. */
const faintness = (links: number) => Math.min(0.6, Math.max(0.08, 9 / Math.sqrt(links + 1)))
const thickness = ({ kind, from }: Picture) => (kind === 'groups' ? 5 : from.length > 20_000 ? 0 : 1.5)

/** What the links of one are, and how each is lit where that one is looked at; null lights everybody. */
function lightOf(picture: Picture, weights: Float32Array, node: number | null) {
  const { from, to, home } = picture
  const of = (ends: readonly number[]) =>
    node === null ? [] : [...ends.keys()].filter((link) => ends[link] === node)
  const [helping, learning] = [of(from), of(to)]
  const near = new Set([node, ...helping.map((link) => to[link]), ...learning.map((link) => from[link])])
  const looks = new Float32Array(weights.length * 3)
  for (const [one, weight] of weights.entries())
    looks.set([weight, (home[one] as number) % shapes, node === null || near.has(one) ? 1 : 0.22], one * 3)
  return { helping, learning, looks }
}

/** The brushes of a picture, and how they are painted and lit. */
function brushesOf(gl: WebGL2RenderingContext, picture: Picture, layout: Layout) {
  const [all, given, taken] = [linkBrush(gl, thickness(picture)), linkBrush(gl, 2), linkBrush(gl, 2)]
  const nodes = nodeBrush(gl, layout.at)
  const weights = weightsOf(picture)
  all.fill(linesOf(picture, layout, picture.from.keys()))
  return {
    ...{ all, given, taken, nodes },
    paint({ link, helps, learns, homes }: Colours): void {
      all.look(link, faintness(picture.from.length))
      given.look(helps, 0.9)
      taken.look(learns, 0.9, 6)
      nodes.paint(Float32Array.from(picture.home.flatMap((place) => homes[place] ?? [0.5, 0.5, 0.5])))
    },
    light(node: number | null): void {
      const { helping, learning, looks } = lightOf(picture, weights, node)
      given.fill(linesOf(picture, layout, helping))
      taken.fill(linesOf(picture, layout, learning))
      nodes.look(looks)
    },
    end: () => [all, given, taken, nodes].forEach((brush) => void brush.end()),
  }
}

interface Place {
  canvas: HTMLCanvasElement
  frame: Size
  ratio: number
}

/** A picture on a canvas, by WebGL; null where the browser has none. */
export function drawingOf({ canvas, frame, ratio }: Place, picture: Picture, layout: Layout) {
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false })
  if (!gl) return null
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  const brushes = brushesOf(gl, picture, layout)
  const whole = fitted(layout.discs, frame)
  const plates = linkPlates(gl, brushes.all, { frame, ratio, whole })
  let [colours, lookedAt]: [Colours, number | null] = [readColours(picture), null]
  const paint = () => {
    colours = readColours(picture)
    gl.clearColor(...colours.ground, 1)
    brushes.paint(colours)
    plates.forget()
  }
  const lookAt = (node: number | null) => {
    lookedAt = node
    brushes.light(node)
  }
  paint()
  lookAt(null)
  return {
    ...{ whole, paint, lookAt },
    /** Draws a frame. Says whether the next one would be sharper. */
    draw(camera: Camera, now: number): boolean {
      const isMore = plates.goOn(camera, now)
      gl.bindFramebuffer(gl.FRAMEBUFFER, null)
      gl.viewport(0, 0, canvas.width, canvas.height)
      gl.clear(gl.COLOR_BUFFER_BIT)
      plates.show(camera, lookedAt === null ? 0 : 0.75, colours.ground)
      for (const brush of [brushes.given, brushes.taken]) brush.draw(camera, frame, 0, brush.count())
      brushes.nodes.draw(camera, frame, ratio, colours.ground)
      return isMore
    },
    end(): void {
      plates.end()
      brushes.end()
    },
  }
}
