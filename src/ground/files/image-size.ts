import { open } from 'node:fs/promises'
import { longestSide, mostPixels } from './contract.ts'

export interface ImageSize {
  width: number
  height: number
}

/** Where a picture says its size comes after its colour profile and preview; these may take so much. */
export const mostHead = 2 * 1024 * 1024

/**
 * The size of a picture in pixels as browsers show it, read from its bytes; null where they do not say. Pages keep
 * that much room free while the picture is on its way.
 */
export async function imageSizeOf(path: string, mediaType: string): Promise<ImageSize | null> {
  const read = readers[mediaType]
  if (!read) return null
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, mostHead)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return whole(read(buffer.subarray(0, bytesRead)))
  } finally {
    await handle.close()
  }
}

/** Whether a picture would fill the memory of who looks at it: a few thousand bytes may become thousands of millions of pixels. */
export const hasTooManyPixels = (mediaType: string, { width, height }: ImageSize): boolean =>
  isOfPixels(mediaType) && (Math.max(width, height) > longestSide || width * height > mostPixels)

/** A drawing has none: it is drawn as large as it is shown. */
export const isOfPixels = (mediaType: string): boolean => /^image\/(?!svg)/.test(mediaType)

/** A header may say anything. */
function whole(size: ImageSize | null): ImageSize | null {
  if (!size) return null
  const [width, height] = [Math.round(size.width), Math.round(size.height)]
  return width >= 1 && height >= 1 ? { width, height } : null
}

type Reader = (bytes: Buffer) => ImageSize | null

const readers: Record<string, Reader> = {
  'image/png': (bytes) =>
    bytes.length < 24 ? null : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) },
  'image/gif': gifSize,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/avif': avifSize,
  'image/svg+xml': (bytes) => drawn(svgSize(bytes.toString('utf8'))),
}

/** A drawing may say anything: what is larger than any page is no size. */
const drawn = (size: ImageSize | null): ImageSize | null =>
  size && Math.max(size.width, size.height) <= 100_000 ? size : null

/** Browsers make the picture as large as its first frame, where that goes beyond what its head says. */
function gifSize(bytes: Buffer): ImageSize | null {
  if (bytes.length < 10) return null
  const size = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  const flags = bytes[10] ?? 0
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  while (bytes[at] === 0x21) {
    for (at += 2; bytes[at]; ) at += 1 + (bytes[at] ?? 0)
    at += 1
  }
  if (bytes[at] !== 0x2c || at + 9 > bytes.length) return size
  const number = (place: number) => bytes.readUInt16LE(at + place)
  return {
    width: Math.max(size.width, number(1) + number(5)),
    height: Math.max(size.height, number(3) + number(7)),
  }
}

/**
 * Goes from segment to segment to the frame header, past what lies between them, as browsers do; a photo that was taken
 * upright may be stored lying.
 */
function jpegSize(bytes: Buffer): ImageSize | null {
  let isTurned = false
  for (let at = segmentFrom(bytes, 2); at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return isTurned ? { width: height, height: width } : { width, height }
    }
    const length = isBare(marker) ? 0 : bytes.readUInt16BE(at + 2)
    if (marker === 0xe1) isTurned ||= orientationOf(bytes.subarray(at + 4, at + 2 + length)) >= 5
    at = segmentFrom(bytes, at + 2 + length)
  }
  return null
}

/** Whether nothing stands behind a marker, not even a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)

/** Where the next segment begins: the last of the bytes 0xff before a marker. */
function segmentFrom(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== 0x00 && next !== 0xff) return at
  }
  return bytes.length
}

/** A picture may be made of tiles that say their size too: the largest is that of the whole. */
function avifSize(bytes: Buffer): ImageSize | null {
  let largest: ImageSize | null = null
  for (
    let at = bytes.indexOf('ispe');
    at >= 0 && at + 16 <= bytes.length;
    at = bytes.indexOf('ispe', at + 4)
  ) {
    const size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

/** How a camera was held, 1 to 8; from 5 on the picture lies on its side. */
function orientationOf(segment: Buffer): number {
  if (segment.length < 20 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  const exif = segment.subarray(6)
  const isLittle = exif.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const directory = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4)
  if (directory + 2 > exif.length) return 1
  const entries = short(directory)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 10 > exif.length) return 1
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}

function webpSize(bytes: Buffer): ImageSize | null {
  if (bytes.length < 30) return null
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

/** By its width and height, or by the part of the drawing that it shows. */
function svgSize(text: string): ImageSize | null {
  const [tag = ''] = text.match(/<svg\b[^>]*>/) ?? []
  const attribute = (name: string) => tag.match(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`))?.[1] ?? ''
  const pixels = (words: string) => Number(words.match(/^\s*([\d.]+)(px)?\s*$/)?.[1] ?? Number.NaN)
  const [width, height] = [pixels(attribute('width')), pixels(attribute('height'))]
  if (width > 0 && height > 0) return { width, height }
  const [, , across = 0, down = 0] = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return across > 0 && down > 0 ? { width: across, height: down } : null
}
