import type { Camera, Size } from './camera.ts'
import { aim, bufferOf, programOf } from './gl.ts'
import { linkFragment, linkVertex } from './shaders.ts'

type Colour = readonly [number, number, number]

const columns = 5
const bytes = columns * 4

/** Has the buffer that is bound read as links, from the first of some on. */
function readLinks(gl: WebGL2RenderingContext, first: number): void {
  for (const [place, size, at] of [
    [0, 4, 0],
    [1, 1, 16],
  ] as const) {
    gl.enableVertexAttribArray(place)
    gl.vertexAttribPointer(place, size, gl.FLOAT, false, bytes, first * bytes + at)
    gl.vertexAttribDivisor(place, 1)
  }
}

/** Draws straight links, each from who helps to who learns. */
export function linkBrush(gl: WebGL2RenderingContext, thick: number) {
  const program = programOf(gl, linkVertex, linkFragment)
  const vertices = gl.createVertexArray()
  let buffer: WebGLBuffer | null = null
  const look = { count: 0, dash: 0, colour: [0, 0, 0, 1] }
  return {
    count: () => look.count,
    /** x, y of both ends and the weight of each link, by turns. */
    fill(data: Float32Array): void {
      gl.deleteBuffer(buffer)
      buffer = bufferOf(gl, data, gl.STATIC_DRAW)
      look.count = data.length / columns
    },
    look(colour: Colour, alpha: number, dash = 0): void {
      Object.assign(look, { colour: [...colour, alpha], dash })
    },
    draw(camera: Camera, size: Size, first: number, many: number): void {
      if (many === 0) return
      program.enter()
      gl.bindVertexArray(vertices)
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      readLinks(gl, first)
      aim(gl, program, camera, size)
      gl.uniform2f(program.uniform('size'), size.width, size.height)
      gl.uniform1f(program.uniform('thick'), thick)
      gl.uniform1f(program.uniform('dash'), look.dash)
      gl.uniform4fv(program.uniform('colour'), look.colour)
      gl.enable(gl.BLEND)
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, many)
      gl.disable(gl.BLEND)
      gl.bindVertexArray(null)
    },
    end(): void {
      gl.deleteBuffer(buffer)
      gl.deleteVertexArray(vertices)
    },
  }
}
export type LinkBrush = ReturnType<typeof linkBrush>
