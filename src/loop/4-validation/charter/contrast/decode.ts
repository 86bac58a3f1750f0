import { PhotonImage } from '@cf-wasm/photon/node'
import type { Picture } from './tone.ts'

/** Whether the frame in a WebP is as large as its header says: what it says is all that was looked at before. */
function isHonestWebp(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 12, 16) !== 'VP8X') return true
  const canvas = [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1]
  for (let at = 30; at + 18 <= bytes.length; ) {
    const kind = bytes.toString('latin1', at, at + 4)
    if (kind === 'ANIM' || kind === 'ANMF') return false
    if (kind === 'VP8 ')
      return isSame(canvas, bytes.readUInt16LE(at + 14) & 0x3fff, bytes.readUInt16LE(at + 16) & 0x3fff)
    if (kind === 'VP8L') {
      const bits = bytes.readUInt32LE(at + 9)
      return isSame(canvas, (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
    }
    const length = bytes.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return false
}

const isSame = (canvas: readonly number[], width: number, height: number) =>
  canvas[0] === width && canvas[1] === height

/**
 * The pixels of a PNG, JPEG, GIF (the first of a film) or WebP (none of a film); null for bytes that are broken. The
 * decoder is a WebAssembly program: whatever bytes make it do stays in its own memory. It ends in a trap over what it
 * cannot read and is used for nothing after that.
 */
export function pictureIn(bytes: Buffer): Picture | null {
  if (!isHonestWebp(bytes)) return null
  try {
    const image = PhotonImage.new_from_byteslice(bytes)
    return { pixels: image.get_raw_pixels(), width: image.get_width(), height: image.get_height() }
  } catch (error) {
    // A trap of the program: WebAssembly.RuntimeError.
    if (error instanceof Error && error.name === 'RuntimeError') return null
    throw error
  }
}
