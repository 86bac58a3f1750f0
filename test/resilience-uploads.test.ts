import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as files from '#files/contract.ts'
import { addressOf } from '#platform/http/call'
import { fingerprintPart } from '../src/ground/files/fingerprint-part.ts'
import { companyIn, playerOn, type Wire } from './setup/company.ts'
import { openServer } from './setup/killed.ts'

/** A server is killed again and again while a file comes in. */
const { server, databaseUrl, restart } = openServer()
const wire: Wire = { url: () => server().url, outcomes: new Map() }
const part = 600_000

/** The SHA-256 of the SHA-256s of a file's parts. */
function fingerprintOf(bytes: Buffer): string {
  const whole = createHash('sha256')
  for (let at = 0; at < bytes.length; at += fingerprintPart)
    whole.update(
      createHash('sha256')
        .update(bytes.subarray(at, at + fingerprintPart))
        .digest(),
    )
  return whole.digest('hex')
}

test('an upload whose server is killed before, in and after its parts goes on with all that was acknowledged, and arrives whole', async () => {
  const { root, cast } = await companyIn(databaseUrl())
  const author = playerOn(wire, cast.writes)
  const { course } = await author.does(courses.createCourse, { body: { title: 'Large', groupId: root } })
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * part - 9)])
  const body = { name: 'manual.pdf', size: bytes.length, fingerprint: fingerprintOf(bytes) }
  const announce = () => author.does(material.startUpload, { params: { courseId: course.id }, body })
  const { id } = await announce()
  const sending = (offset: number) =>
    request(`${server().url}${addressOf(files.sendPart, { params: { fileId: id, offset } })}`, {
      method: 'PUT',
      headers: {
        cookie: cast.writes.cookie,
        'content-type': 'application/octet-stream',
        'idempotency-key': crypto.randomUUID(),
        'content-length': Math.min(part, bytes.length - offset),
      },
    })
  let acknowledged = 0
  while (acknowledged < bytes.length) {
    const broken = sending(acknowledged)
    const cut = once(broken, 'error')
    broken.write(bytes.subarray(acknowledged, acknowledged + 1000))
    await restart()
    await cut
    const left = await announce()
    expect(left).toMatchObject({ id, received: acknowledged, finished: false })
    const whole = sending(left.received)
    whole.end(bytes.subarray(left.received, left.received + part))
    const [answer] = await once(whole, 'response')
    answer.resume()
    expect(answer.statusCode).toBe(200)
    acknowledged = left.received + Math.min(part, bytes.length - left.received)
    await restart()
  }
  expect(await announce()).not.toMatchObject({ id })
  const address = addressOf(material.getFile, { params: { fileId: id } })
  const arrived = await fetch(`${server().url}${address}`, { headers: { cookie: cast.writes.cookie } })
  expect(Buffer.from(await arrived.arrayBuffer()).equals(bytes)).toBe(true)
})
