import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { pictureIn } from './decode.ts'
import { fileOf, flat, painted, written } from './fixtures/drawn.ts'
import { canBeLookedAt, contrastOfFile } from './look.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pale = written(painted(900, 200, flat([255, 255, 255])), { tone: [190, 190, 190], size: 40 })

const contrastOf = (bytes: Uint8Array) => {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, bytes)
  return contrastOfFile(path)
}

test.each([
  ['PNG', fileOf.png(pale)],
  ['JPEG', fileOf.jpeg(pale, 85)],
  ['WebP', fileOf.webp(pale)],
])('the words of a %s are looked at in a thread of its own', async (_, bytes) => {
  expect(await contrastOf(bytes)).toBeCloseTo(1.8, 0)
})

/** A small PNG that says it is so large. */
function bomb(width: number, height: number): Buffer {
  const bytes = Buffer.from(fileOf.png(pale))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

/** A WebP whose header says a hundred pixels across and down, whatever the frame in it says. */
function lyingWebp(honest: Buffer): Buffer {
  const head = Buffer.alloc(18)
  head.write('VP8X', 0, 'latin1')
  head.writeUInt32LE(10, 4)
  head.writeUIntLE(99, 12, 3)
  head.writeUIntLE(99, 15, 3)
  return Buffer.concat([honest.subarray(0, 12), head, honest.subarray(12)])
}

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['no picture', Buffer.from('not a picture, whatever its name says')],
  ['a picture that was cut off', fileOf.png(pale).subarray(0, 600)],
  ['a photo that was cut off', fileOf.jpeg(pale, 85).subarray(0, 600)],
  ['a picture with a broken middle', fileOf.png(pale).fill(7, 200, 900)],
  ['a small file that says it is large', bomb(40_000, 40_000)],
  ['a WebP that is larger than it says', lyingWebp(fileOf.webp(pale))],
])('of %s nothing is told', async (_, bytes) => {
  expect(await contrastOf(bytes)).toBeNull()
})

test('a WebP that is as large as its two headers say is read', () => {
  const square = fileOf.webp(painted(100, 100, flat([9, 9, 9])))
  expect(pictureIn(lyingWebp(square))).toMatchObject({ width: 100, height: 100 })
  expect(pictureIn(lyingWebp(fileOf.webp(pale)))).toBeNull()
})

test('what is too large, of another kind, or silent about its size is not looked at', () => {
  const photo = { mediaType: 'image/jpeg', size: 4_000_000, width: 4000, height: 3000 }
  expect(canBeLookedAt(photo)).toBe(true)
  for (const other of [
    { mediaType: 'image/svg+xml' },
    { mediaType: 'image/avif' },
    { mediaType: null },
    { width: null, height: null },
    { width: 100_000, height: 100_000 },
    { size: 60_000_000 },
  ])
    expect(canBeLookedAt({ ...photo, ...other })).toBe(false)
})

test('a photo holds nobody up while it is looked at', async () => {
  const photo = painted(1600, 1200, (x, y) => [(x >> 4) & 255, (y >> 4) & 255, ((x + y) >> 5) & 255])
  const bytes = fileOf.jpeg(photo, 80)
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  count()
  expect(await contrastOf(bytes)).toBeNull()
  isOver = true
  // Were it decoded where requests are answered, there would be a handful.
  expect(turns).toBeGreaterThan(200)
})
