import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import * as files from '#files/contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as courses from './contract.ts'
import * as material from './material.contract.ts'

const world = openWorld()

async function uploading(text: string) {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const made = await dana.does(courses.createCourse, { body: { title: 'Zero it', groupId: org.root } })
  const params = { courseId: made.course.id }
  const body = { name: 'notes.txt', size: text.length }
  const { id: fileId } = await dana.does(material.startUpload, { params, body })
  const part = (from: number, to: number) => ({
    params: { fileId, offset: from },
    body: new Blob([text.slice(from, to)]),
  })
  const { filesDir } = world.cairn.runtime.install
  const lose = () => rmSync(join(filesDir, org.id, fileId))
  return { dana, fileId, part, lose }
}

/** What the server logs meanwhile, a line of JSON each. */
async function logged(work: () => Promise<void>): Promise<{ path?: string; error?: { code?: string } }[]> {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    await work()
    return write.mock.calls.map(([line]) => JSON.parse(String(line)))
  } finally {
    write.mockRestore()
  }
}

const opened = (dana: Person, fileId: string) => dana.isRefused(material.getFile, { params: { fileId } })

test('a file that is missing on the disk is refused with what to do, and the log names it for the operator', async () => {
  const { dana, fileId, part, lose } = await uploading('zero is a measurement too')
  await dana.does(files.sendPart, part(0, 25))
  lose()
  const lines = await logged(async () => {
    const refusal = await opened(dana, fileId)
    expect(refusal).toMatchObject({ status: 404, code: 'file.lost' })
    expect(refusal.detail).toContain('Tell an administrator')
  })
  expect(lines).toMatchObject([{ path: `/api/files/${fileId}`, error: { code: 'ENOENT' } }])
  // One that never was is nothing to wake anybody for.
  const none = await logged(async () => {
    expect((await opened(dana, crypto.randomUUID())).code).toBe('file.not-found')
  })
  expect(none).toEqual([])
})

test('an upload whose first part is gone from the disk begins anew, and arrives whole', async () => {
  const { dana, fileId, part, lose } = await uploading('zero is a measurement too')
  await dana.does(files.sendPart, part(0, 10))
  lose()
  const lines = await logged(async () => {
    const refusal = await dana.isRefused(files.sendPart, part(10, 25))
    expect(refusal).toMatchObject({ status: 409, code: 'file.wrong-offset', received: 0 })
  })
  expect(lines).toHaveLength(1)
  expect(await dana.does(files.getUpload, { params: { fileId } })).toMatchObject({ received: 0 })
  await dana.does(files.sendPart, part(0, 10))
  expect(await dana.does(files.sendPart, part(10, 25))).toMatchObject({ finished: true, received: 25 })
})
