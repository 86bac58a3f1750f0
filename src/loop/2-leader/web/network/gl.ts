import type { Camera, Size } from './camera.ts'

/** A program of two shaders and where its uniforms are. Throws what the driver says. */
export function programOf(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
  const program = gl.createProgram()
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) throw new Error('The context is lost.')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(gl.getProgramInfoLog(program) ?? 'The shaders do not link.')
  const places = new Map<string, WebGLUniformLocation | null>()
  const uniform = (name: string) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name))
    return places.get(name) ?? null
  }
  const enter = () => gl.useProgram(program)
  return { enter, uniform }
}
type Program = ReturnType<typeof programOf>

/** Tells a program where the camera is, in a frame of a size. */
export function aim(
  gl: WebGL2RenderingContext,
  { uniform }: Program,
  { x, y, scale }: Camera,
  { width, height }: Size,
): void {
  gl.uniform4f(uniform('view'), x, y, (2 * scale) / width, (-2 * scale) / height)
}

/** A colour of the page as a program takes it. */
export const tint = (
  gl: WebGL2RenderingContext,
  { uniform }: Program,
  name: string,
  colour: readonly number[],
): void => gl.uniform3f(uniform(name), colour[0] as number, colour[1] as number, colour[2] as number)

export function bufferOf(gl: WebGL2RenderingContext, data: Float32Array, usage: number): WebGLBuffer {
  const buffer = gl.createBuffer()
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  gl.bufferData(gl.ARRAY_BUFFER, data, usage)
  return buffer
}

/** Something to draw on that is shown later. */
export interface Plate {
  texture: WebGLTexture
  frame: WebGLFramebuffer
  width: number
  height: number
}

export function plateOf(gl: WebGL2RenderingContext, width: number, height: number): Plate {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null)
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR)
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE)
  const frame = gl.createFramebuffer()
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  return { texture, frame, width, height }
}

export function dropPlate(gl: WebGL2RenderingContext, { texture, frame }: Plate): void {
  gl.deleteFramebuffer(frame)
  gl.deleteTexture(texture)
}
