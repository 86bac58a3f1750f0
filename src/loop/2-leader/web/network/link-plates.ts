import type { Camera, Size } from './camera.ts'
import { dropPlate, type Plate, plateOf, programOf, tint } from './gl.ts'
import type { LinkBrush } from './link-brush.ts'
import { plateFragment, plateVertex } from './shaders.ts'

/** What was drawn, and from where it was looked at. */
interface Seen {
  plate: Plate
  camera: Camera
}

interface Job extends Seen {
  isWhole: boolean
  next: number
}

interface Room {
  frame: Size
  /** Dots for each pixel of the page. */
  ratio: number
  whole: Camera
}

/** A plate is so many times as wide and high as the frame: one may move before its edge comes into sight. */
const spread = 1.4
/** So few are drawn anew while one moves, too. */
const few = 6000
const isSame = (a: Camera, b: Camera) => a.x === b.x && a.y === b.y && a.scale === b.scale
const around = ({ width, height }: Size): Size => ({ width: width * spread, height: height * spread })

/** How many links are drawn in a frame: as many as leave it short, by how long the last ones took. */
function paceOf() {
  let [links, last] = [few, 0]
  return (now: number) => {
    const took = now - last
    last = now
    if (took < 27) links = Math.min(60_000, links * 1.25)
    else if (took > 34 && took < 500) links = Math.max(500, links * 0.7)
    return Math.floor(links)
  }
}

/** Puts a plate on the frame, where what is on it belongs now. */
function plateBrush(gl: WebGL2RenderingContext, { frame }: Room) {
  const program = programOf(gl, plateVertex, plateFragment)
  const big = around(frame)
  return ({ plate, camera: from }: Seen, to: Camera, faint: number, ground: readonly number[]) => {
    const by = to.scale / from.scale
    program.enter()
    gl.bindTexture(gl.TEXTURE_2D, plate.texture)
    gl.uniform4f(
      program.uniform('place'),
      ((from.x - to.x) * to.scale * 2) / frame.width,
      ((to.y - from.y) * to.scale * 2) / frame.height,
      (big.width * by) / frame.width,
      (big.height * by) / frame.height,
    )
    tint(gl, program, 'ground', ground)
    gl.uniform1f(program.uniform('faint'), faint)
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4)
  }
}

/** Draws the next links of a job on its plate. Says whether it is done. */
function drawOn(
  gl: WebGL2RenderingContext,
  brush: LinkBrush,
  { frame }: Room,
  job: Job,
  most: number,
): boolean {
  const { plate, camera, next } = job
  gl.bindFramebuffer(gl.FRAMEBUFFER, plate.frame)
  gl.viewport(0, 0, plate.width, plate.height)
  if (next === 0) gl.clear(gl.COLOR_BUFFER_BIT)
  const count = Math.min(most, brush.count() - next)
  brush.draw(camera, around(frame), next, count)
  job.next += count
  return job.next >= brush.count()
}

/**
 * All links, however many: each frame shows plates on which they all were drawn, one of the whole picture and one of what
 * was looked at last, moved to where they belong now. As soon as the picture stands still they are drawn anew, some in each
 * frame, on another plate that then takes the place of the last. So moving is smooth where drawing all of them would not be
 * done in time, and no link is ever hidden: while it moves, what is seen is only as sharp as it was.
 */
export function linkPlates(gl: WebGL2RenderingContext, brush: LinkBrush, room: Room) {
  const { width, height } = around(room.frame)
  const newPlate = () => plateOf(gl, Math.ceil(width * room.ratio), Math.ceil(height * room.ratio))
  const put = plateBrush(gl, room)
  const overview: Seen = { plate: newPlate(), camera: room.whole }
  let near: Seen = { plate: newPlate(), camera: room.whole }
  let spare = newPlate()
  let drawn: 'nothing' | 'overview' | 'near' = 'nothing'
  let [job, last]: [Job | null, Camera] = [null, room.whole]
  const pace = paceOf()

  const begin = (camera: Camera): Job | null => {
    if (drawn === 'nothing') return { ...overview, isWhole: true, next: 0 }
    const isThere = isSame(drawn === 'near' ? near.camera : room.whole, camera)
    return isThere ? null : { plate: spare, camera, isWhole: false, next: 0 }
  }
  const finish = ({ isWhole, plate, camera }: Job) => {
    job = null
    drawn = isWhole ? 'overview' : 'near'
    if (!isWhole) [near, spare] = [{ plate, camera }, near.plate]
  }
  return {
    /** Draws a frame’s share of what is to be drawn anew. Says whether there is more to do. */
    goOn(camera: Camera, now: number): boolean {
      const [most, isMoving] = [pace(now), !isSame(camera, last)]
      last = camera
      if (isMoving && drawn !== 'nothing' && brush.count() > few) {
        job = null
        return true
      }
      job ??= begin(camera)
      if (job && drawOn(gl, brush, room, job, most)) finish(job)
      return job !== null || begin(camera) !== null
    },
    /** Puts what is drawn so far where it belongs; the frame is bound already. */
    show(camera: Camera, faint: number, ground: readonly number[]): void {
      put(overview, camera, faint, ground)
      if (drawn === 'near') put(near, camera, faint, ground)
    },
    /** Everything has to be drawn anew, in other colours. */
    forget(): void {
      ;[job, drawn] = [null, 'nothing']
    },
    end: () => [overview.plate, near.plate, spare].forEach((plate) => void dropPlate(gl, plate)),
  }
}
