import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { picture, pictureSaying } from '#test/picture.ts'
import { sendAhead } from '#test/sending.ts'
import { openWorld } from '#test/world.ts'
import * as files from './contract.ts'

const world = openWorld()

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
const jpeg = (between: number[]) =>
  bytes([0xff, 0xd8], between, [0xff, 0xc0, 0, 11, 8, 0xea, 0x60, 0xea, 0x60, 1, 1, 0x11, 0], scan)
/** The head of one that says to be 60,000 pixels wide and high. */
const sixty = [0x5f, 0xea, 0]
const boxes = ['ftypavif', [0, 0, 0, 0], 'avifmif1miaf', [0, 0, 0, 20], 'ispe', [0, 0, 0, 0]]

/** Somebody who tries to send a file: what is refused, and whether anything of it is kept. */
async function sender() {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const tries = async (content: Buffer) => {
    const body = { name: 'bench', size: content.length }
    const { id: fileId } = await dana.does(files.startUploadAhead, { body })
    const part = { params: { fileId, offset: 0 }, body: new Blob([new Uint8Array(content)]) }
    const refusal = await dana.isRefused(files.sendPart, part)
    const { received, finished } = await dana.does(files.getUpload, { params: { fileId } })
    const isKept = existsSync(join(world.cairn.runtime.install.filesDir, org.id, fileId))
    return { ...refusal, left: { received, finished, isKept } }
  }
  return { org, dana, tries }
}
const nothing = { received: 0, finished: false, isKept: false }

test.each([
  ['PNG', pictureSaying(50_000, 50_000)],
  ['PNG larger than any number of ours', pictureSaying(4_000_000_000, 4_000_000_000)],
  ['JPEG', jpeg([])],
  ['JPEG with something before its size', jpeg([0xff, 0xfe, 0, 4, 7, 7, 7, 7, 0xff])],
  ['GIF', bytes('GIF89a', [0x60, 0xea, 0x60, 0xea, 0, 0, 0], [0x3b])],
  [
    'GIF whose first frame is larger than it says',
    bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 0x60, 0xea, 0x60, 0xea, 0]),
  ],
  ['WebP', bytes('RIFF', [22, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], sixty, sixty)],
  ['AVIF', bytes([0, 0, 0, 24], ...boxes, [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60])],
])(
  'a picture of a few bytes that becomes thousands of millions of pixels is refused, and nothing of it stays: %s',
  async (_, content) => {
    const { org, tries } = await sender()
    const refusal = await tries(content)
    expect(refusal).toMatchObject({ status: 413, code: 'file.too-many-pixels', left: nothing })
    expect(refusal.detail).toContain('A picture may have 50,000,000 pixels at most, and 20,000 on a side')
    expect(await world.stored(org.id, `select from facts where type = 'file.uploaded'`)).toEqual([])
  },
)

test('a picture may have fifty million pixels and twenty thousand on a side, and not one more', async () => {
  const { dana, tries } = await sender()
  for (const [width, height] of [
    [10_000, 5000],
    [20_000, 2500],
  ] as const)
    await sendAhead(dana, 'bench.png', pictureSaying(width, height))
  for (const [width, height] of [
    [10_001, 5000],
    [20_001, 1],
    [1, 20_001],
  ] as const)
    expect(await tries(pictureSaying(width, height))).toMatchObject({
      code: 'file.too-many-pixels',
      width,
      height,
    })
})

test('a photo that hides its size behind two million bytes is refused, and a drawing of any size is taken', async () => {
  const { dana, tries } = await sender()
  const comments = Array.from({ length: 40 }, () => [0xff, 0xfe, 0xff, 0xff, ...new Uint8Array(65_533)])
  expect(await tries(jpeg(comments.flat()))).toMatchObject({ code: 'file.type-refused', left: nothing })
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60000 60000"></svg>'
  await sendAhead(dana, 'bench.svg', drawing)
})

test('what was refused for its content begins anew when it is sent again, and others are still taken', async () => {
  const { dana } = await sender()
  const content = pictureSaying(30_000, 30_000)
  const { id: fileId } = await dana.does(files.startUploadAhead, {
    body: { name: 'a.png', size: content.length },
  })
  const part = (from: number, to: number) => ({
    params: { fileId, offset: from },
    body: new Blob([new Uint8Array(content.subarray(from, to))]),
  })
  await dana.does(files.sendPart, part(0, 20))
  expect(await dana.isRefused(files.sendPart, part(20, content.length))).toMatchObject({ status: 413 })
  expect(await dana.does(files.getUpload, { params: { fileId } })).toMatchObject({ received: 0 })
  expect(await dana.isRefused(files.sendPart, part(0, content.length))).toMatchObject({ status: 413 })
  await sendAhead(dana, 'b.png', picture(60, 40))
})
