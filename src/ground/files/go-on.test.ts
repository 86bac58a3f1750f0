import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as files from './contract.ts'

const world = openWorld()
const megabyte = 1024 * 1024

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
/** As a browser reckons it. */
function fingerprintOf(content: Buffer): string {
  const parts: Buffer[] = []
  for (let at = 0; at < content.length; at += megabyte)
    parts.push(sha256(content.subarray(at, at + megabyte)))
  return sha256(Buffer.concat(parts)).toString('hex')
}

/** Two and a half parts of text. */
const manual = Buffer.from('Zero it. '.repeat(2.5 * megabyte).slice(0, 2.5 * megabyte))
/** Of the same length, and with the same beginning and end. */
const other = Buffer.from(manual).fill('x', megabyte, megabyte + 10)

async function writing() {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const courseOf = async (title: string) =>
    (await dana.does(courses.createCourse, { body: { title, groupId: org.root } })).course.id
  return { org, dana, courseOf, courseId: await courseOf('Zero it') }
}

const said = (content: Buffer) => ({
  name: 'manual.txt',
  size: content.length,
  fingerprint: fingerprintOf(content),
})
const begin = (who: Person, courseId: string, content: Buffer) =>
  who.does(material.startUpload, { params: { courseId }, body: said(content) })
const ahead = (who: Person, content: Buffer) => who.does(files.startUploadAhead, { body: said(content) })
const part = (fileId: string, content: Buffer, from: number, to = content.length) => ({
  params: { fileId, offset: from },
  body: new Blob([new Uint8Array(content.subarray(from, to))]),
})
const onDisk = (org: string, fileId: string) => join(world.cairn.runtime.install.filesDir, org, fileId)

test('the same file announced again for the same course goes on where it was left, and arrives whole', async () => {
  const { org, dana, courseId } = await writing()
  const { id } = await begin(dana, courseId, manual)
  await dana.does(files.sendPart, part(id, manual, 0, megabyte))
  const again = await begin(dana, courseId, manual)
  expect(again).toMatchObject({ id, received: megabyte, finished: false })
  await dana.does(files.sendPart, part(id, manual, megabyte))
  expect(readFileSync(onDisk(org.id, id)).equals(manual)).toBe(true)
  // What has arrived belongs to the course: the next time it is another file of it.
  expect(await begin(dana, courseId, manual)).toMatchObject({ received: 0, finished: false })
})

test('nothing is gone on with for another course, by another member, under another name or with other bytes', async () => {
  const { org, dana, courseOf, courseId } = await writing()
  const { id } = await begin(dana, courseId, manual)
  await dana.does(files.sendPart, part(id, manual, 0, megabyte))
  const mei = await org.person('Mei Tanaka', 'leader')
  const { course } = await mei.does(courses.createCourse, { body: { title: 'Hers', groupId: org.root } })
  const others = [
    await begin(dana, await courseOf('Another'), manual),
    await begin(mei, course.id, manual),
    await ahead(dana, manual),
    await ahead(mei, manual),
    await begin(dana, courseId, other),
    await dana.does(material.startUpload, {
      params: { courseId },
      body: { ...said(manual), name: 'other.txt' },
    }),
    await dana.does(material.startUpload, {
      params: { courseId },
      body: { name: 'manual.txt', size: manual.length },
    }),
  ]
  for (const one of others) expect(one).toMatchObject({ received: 0 })
  expect(new Set([id, ...others.map((one) => one.id)]).size).toBe(others.length + 1)
})

test('a file of which the end is of another is refused and nothing of it is kept, and the right one arrives after it', async () => {
  const { org, dana, courseId } = await writing()
  const { id } = await begin(dana, courseId, manual)
  await dana.does(files.sendPart, part(id, manual, 0, megabyte))
  const refusal = await dana.isRefused(files.sendPart, part(id, other, megabyte))
  expect(refusal).toMatchObject({ status: 422, code: 'file.changed' })
  expect(await begin(dana, courseId, manual)).toMatchObject({ id, received: 0, finished: false })
  await dana.does(files.sendPart, part(id, manual, 0))
  expect(readFileSync(onDisk(org.id, id)).equals(manual)).toBe(true)
})

test('a file sent ahead that has arrived is not sent again until something was made with it, unless it is lost', async () => {
  const { org, dana } = await writing()
  const { id } = await ahead(dana, manual)
  await dana.does(files.sendPart, part(id, manual, 0))
  expect(await ahead(dana, manual)).toMatchObject({ id, finished: true })
  rmSync(onDisk(org.id, id))
  const anew = await ahead(dana, manual)
  expect(anew).toMatchObject({ received: 0, finished: false })
  expect(anew.id).not.toBe(id)
})

test('what is gone on with is kept for another week, and what was forgotten begins anew', async () => {
  const { dana, courseId } = await writing()
  const { id } = await begin(dana, courseId, manual)
  await dana.does(files.sendPart, part(id, manual, 0, megabyte))
  world.pass({ days: 6 })
  await begin(dana, courseId, manual)
  world.pass({ days: 6 })
  await world.cairn.tasks.upkeep?.({})
  expect(await begin(dana, courseId, manual)).toMatchObject({ id, received: megabyte })
  world.pass({ days: 8 })
  await world.cairn.tasks.upkeep?.({})
  expect(await begin(dana, courseId, manual)).toMatchObject({ received: 0 })
})
