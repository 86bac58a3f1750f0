import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { imageSizeOf } from './image-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sizeOf = (mediaType: string, bytes: Uint8Array | string) => {
  const path = join(folder, 'picture')
  writeFileSync(path, bytes)
  return imageSizeOf(path, mediaType)
}
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

const frame = [0xff, 0xc2, 0, 17, 8, 0, 40, 0, 30, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
const upright = [0xff, 0xe1, 0, 34]
const exif = [
  'Exif\0\0',
  'II',
  [42, 0, 8, 0, 0, 0, 1, 0],
  [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
]

test.each([
  ['image/png', bytes([137], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 44, 0, 0, 0, 200, 8])],
  ['image/gif', bytes('GIF89a', [44, 1, 200, 0, 0, 0])],
  ['image/webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 199, 0, 0])],
  ['image/webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [9, 0, 0, 0, 0, 0, 0, 157, 1, 42, 44, 1, 200, 0])],
  [
    'image/webp',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [9, 0, 0, 0, 0x2f, 43, 193, 49, 0], 'pads to its end'),
  ],
  ['image/svg+xml', '<?xml version="1.0"?><svg width="300px" height="200"><rect width="2"/></svg>'],
  ['image/svg+xml', '<svg viewBox="10, 10 300 200" width="100%"></svg>'],
])('a picture of type %s says its size by its content', async (mediaType, content) => {
  expect(await sizeOf(mediaType, content)).toEqual({ width: 300, height: 200 })
})

test('a photo is as wide as it is shown, also when the camera was held upright', async () => {
  expect(await sizeOf('image/jpeg', bytes([0xff, 0xd8], frame))).toEqual({ width: 30, height: 40 })
  const turned = bytes([0xff, 0xd8], upright, ...exif, frame)
  expect(await sizeOf('image/jpeg', turned)).toEqual({ width: 40, height: 30 })
})

test('a picture is as large as a browser makes it, whatever stands before or between', async () => {
  const padded = bytes([0xff, 0xd8, 7, 7, 0xff, 0, 0xff, 0xd0, 0xff, 0xff], frame.slice(1))
  expect(await sizeOf('image/jpeg', padded)).toEqual({ width: 30, height: 40 })
  const comment = [0x21, 0xfe, 2, 7, 7, 1, 7, 0]
  const first = [0x2c, 10, 0, 0, 0, 34, 1, 200, 0]
  const gif = bytes('GIF89a', [1, 0, 1, 0, 0x80, 0, 0, 1, 1, 1, 2, 2, 2], comment, first)
  expect(await sizeOf('image/gif', gif)).toEqual({ width: 300, height: 200 })
  const tile = ['ispe', [0, 0, 0, 0, 0, 0, 0, 50, 0, 0, 0, 50]]
  const avif = bytes('....', ...tile, '....ispe', [0, 0, 0, 0, 0, 0, 1, 44, 0, 0, 0, 200], '....', ...tile)
  expect(await sizeOf('image/avif', avif)).toEqual({ width: 300, height: 200 })
})

test('a picture that does not say its size, or lies, has none', async () => {
  expect(await sizeOf('image/svg+xml', '<svg><rect width="300" height="200"/></svg>')).toBeNull()
  expect(await sizeOf('image/svg+xml', '<svg viewBox="0 0 1e12 20"></svg>')).toBeNull()
  expect(await sizeOf('image/jpeg', bytes([0xff, 0xd8, 0xff]))).toBeNull()
  expect(await sizeOf('image/gif', bytes('GIF89a', [0, 0, 0, 0]))).toBeNull()
  expect(await sizeOf('image/png', 'cut off')).toBeNull()
  expect(await sizeOf('application/pdf', '%PDF')).toBeNull()
})
