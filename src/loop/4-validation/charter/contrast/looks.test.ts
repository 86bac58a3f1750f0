import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as files from '#files/contract.ts'
import { blockId, documentOf, truth, words, write } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { listPictureContrasts, setCharterRule } from '../../charter.contract.ts'
import { askForReview, withdrawReview } from '../../contract.ts'
import { fileOf, flat, painted, written } from './fixtures/drawn.ts'
import type { Tone } from './tone.ts'

const world = openWorld()

/** A picture file with words of a grey on white. */
const saying = (tone: Tone) =>
  fileOf.png(written(painted(600, 140, flat([255, 255, 255])), { tone, size: 36 }))
const pale = saying([190, 190, 190])
const strong = saying([30, 30, 30])

async function desk() {
  const org = await world.organization()
  const admin = await org.admin()
  const dana = await org.person('Dana Reyes', 'leader')
  const priya = await org.person('Priya Nair', 'reviewer')
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  const at = { params: { courseId: course.id } }
  const upload = async (bytes: Buffer, name = 'bench.png') => {
    const { id } = await dana.does(material.startUpload, { ...at, body: { name, size: bytes.length } })
    const body = new Blob([new Uint8Array(bytes)])
    await dana.does(files.sendPart, { params: { fileId: id, offset: 0 }, body })
    return id
  }
  const show = (asset: string) => {
    const picture = { type: 'image', attrs: { id: blockId('p1'), asset, alt: 'A bench', caption: '' } }
    return write(dana, course.id, documentOf({ s1: [words('w1', 'Look.'), picture, truth('q1')] }))
  }
  const told = (person: Person) => person.does(listPictureContrasts, at)
  const ask = { ...at, body: { reviewerIds: [priya.id] } }
  const level = (body: { level: 'off' | 'warn' | 'block'; figure: number }) =>
    admin.does(setCharterRule, { params: { groupId: org.root, rule: 'contrast' }, body })
  return { org, admin, dana, priya, at, upload, show, told, ask, level }
}

test('a picture with pale words is told to its author a moment after it came in, one with strong words never', async () => {
  const { dana, upload, told } = await desk()
  const id = await upload(pale)
  await upload(strong)
  expect(await told(dana)).toEqual({ items: [] })
  await world.settle()
  const { items } = await told(dana)
  expect(items).toEqual([{ id, contrast: expect.any(Number) }])
  expect(items[0]?.contrast).toBeCloseTo(1.8, 0)
})

test('what is known of somebody’s pictures is theirs to read', async () => {
  const { admin, priya, at } = await desk()
  for (const other of [admin, priya])
    expect((await other.isRefused(listPictureContrasts, at)).code).toBe('course.not-found')
})

test('where the charter stops pale words a course with some is not put before anybody until they are changed', async () => {
  const { upload, show, ask, dana, level } = await desk()
  await level({ level: 'block', figure: 3 })
  await show(await upload(pale))
  await world.settle()
  expect(await dana.isRefused(askForReview, ask)).toMatchObject({
    ...{ status: 409, code: 'review.charter', rule: 'contrast', count: 1, blockIds: [blockId('p1')] },
  })
  await show(await upload(strong))
  await world.settle()
  await dana.does(askForReview, ask)
})

test('where pale words stop a course, one waits until its new pictures were looked at, and not for ever', async () => {
  const { upload, show, ask, dana, level } = await desk()
  await level({ level: 'block', figure: 3 })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')
  await show(await upload(svg, 'a.svg'))
  await dana.does(askForReview, ask).then(({ id }) => dana.does(withdrawReview, { params: { reviewId: id } }))
  await show(await upload(strong))
  expect(await dana.isRefused(askForReview, ask)).toMatchObject({
    ...{ status: 409, code: 'review.pictures-pending', count: 1 },
  })
  world.pass({ minutes: 11 })
  await dana.does(askForReview, ask)
})

test('as usual pale words warn and stop nothing', async () => {
  const { upload, show, ask, dana } = await desk()
  await show(await upload(pale))
  await world.settle()
  await dana.does(askForReview, ask)
})

test('pictures from before anybody looked are looked at in the night', async () => {
  const { org, dana, upload, told } = await desk()
  const id = await upload(pale)
  await world.owner.query(`delete from graphile_worker._private_jobs where payload->>'org' = $1`, [org.id])
  await world.settle()
  expect(await told(dana)).toEqual({ items: [] })
  await world.cairn.tasks.upkeep?.({})
  await world.settle()
  expect((await told(dana)).items.map((item) => item.id)).toEqual([id])
})

test('a picture is looked at once, and one that is broken, gone from the disk or none at all harms nobody', async () => {
  const { org, dana, upload, told } = await desk()
  const { filesDir } = world.cairn.runtime.install
  await upload(Buffer.concat([pale.subarray(0, 900), Buffer.alloc(400)]))
  await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'), 'a.svg')
  await upload(Buffer.from('nothing to see'), 'notes.txt')
  rmSync(join(filesDir, org.id, await upload(pale)))
  const whole = await upload(pale)
  await world.settle()
  expect((await told(dana)).items.map(({ id }) => id)).toEqual([whole])
  const looks = () => world.stored(org.id, 'select asset_id, looked_at from picture_looks order by asset_id')
  const before = await looks()
  expect(before).toHaveLength(4)
  world.pass({ days: 1 })
  await upload(strong)
  await world.settle()
  expect((await looks()).slice(0, 4)).toEqual(before)
})

test('a picture whose look was broken off is looked at again, three times in all', async () => {
  const { org, upload, told, dana } = await desk()
  const id = await upload(pale)
  await world.settle()
  const breakOff = () =>
    org.as(({ db }) =>
      db
        .updateTable('pictureLooks')
        .set({ isDone: false, contrast: null })
        .where('orgId', '=', org.id)
        .execute(),
    )
  const again = async () => {
    await breakOff()
    await world.cairn.tasks['picture-looks']?.({ org: org.id })
    return (await told(dana)).items.map((item) => item.id)
  }
  // Somebody may be looking at it still.
  expect(await again()).toEqual([])
  for (const seen of [[id], [id], []]) {
    world.pass({ minutes: 21 })
    expect(await again()).toEqual(seen)
  }
})
