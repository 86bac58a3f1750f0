import type { Camera, Size } from './camera.ts'
import { aim, bufferOf, programOf, tint } from './gl.ts'
import { nodeFragment, nodeVertex } from './shaders.ts'

/** Draws everybody as a point: as big as they weigh, in the shape and colour of their group. */
export function nodeBrush(gl: WebGL2RenderingContext, at: Float32Array) {
  const program = programOf(gl, nodeVertex, nodeFragment)
  const count = at.length / 2
  const vertices = gl.createVertexArray()
  const places = bufferOf(gl, at, gl.STATIC_DRAW)
  const colours = bufferOf(gl, new Float32Array(count * 3), gl.STATIC_DRAW)
  const looks = bufferOf(gl, new Float32Array(count * 3), gl.DYNAMIC_DRAW)
  gl.bindVertexArray(vertices)
  for (const [place, size, buffer] of [
    [0, 2, places],
    [1, 3, colours],
    [2, 3, looks],
  ] as const) {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
    gl.enableVertexAttribArray(place)
    gl.vertexAttribPointer(place, size, gl.FLOAT, false, 0, 0)
  }
  gl.bindVertexArray(null)
  const refill = (buffer: WebGLBuffer, data: Float32Array) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, data)
  }
  return {
    /** Red, green and blue of each, by turns. */
    paint: (data: Float32Array) => refill(colours, data),
    /** Weight, shape and how far each is lit, by turns. */
    look: (data: Float32Array) => refill(looks, data),
    draw(camera: Camera, size: Size, ratio: number, ground: readonly number[]): void {
      program.enter()
      gl.bindVertexArray(vertices)
      aim(gl, program, camera, size)
      gl.uniform1f(program.uniform('scale'), camera.scale)
      gl.uniform1f(program.uniform('ratio'), ratio)
      tint(gl, program, 'ground', ground)
      gl.drawArrays(gl.POINTS, 0, count)
      gl.bindVertexArray(null)
    },
    end(): void {
      for (const buffer of [places, colours, looks]) gl.deleteBuffer(buffer)
      gl.deleteVertexArray(vertices)
    },
  }
}
