import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { newBlockId } from '#course/document/blocks.ts'
import * as material from '#course/material.contract.ts'
import * as files from '#files/contract.ts'
import * as needs from '#need/contract.ts'
import { addressOf, type ProblemBody } from '#platform/http/call'
import { companyIn, playerOn } from './setup/company.ts'
import { databaseOf, freePort, startServer } from './setup/server.ts'

/** A disk that fills up under a running server, and gets room again. */
const megabyte = 1024 * 1024

/** Takes the room there is, all but `left`; returns how to give it back. */
function fill(file: string, left = 0): () => void {
  const handle = openSync(file, 'w')
  const chunk = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) writeSync(handle, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(handle)
  }
  truncateSync(file, statSync(file).size - left)
  return () => rmSync(file)
}

/** A draft of about a megabyte that does not compress. */
function largeDraft(revision: number) {
  const words = () => {
    const text = randomBytes(2000).toString('base64')
    return { type: 'paragraph', attrs: { id: newBlockId() }, content: [{ type: 'text', text }] }
  }
  const step = (_: unknown, n: number) => {
    const attrs = { id: newBlockId(), title: `Step ${n}` }
    return { type: 'step', attrs, content: Array.from({ length: 30 }, words) }
  }
  const document = { type: 'doc', content: Array.from({ length: 12 }, step) }
  return { revision, title: 'Large', objective: '', tags: [], language: 'en', document }
}

test('when the disk is full writes are refused in plain words, nothing that was acknowledged is lost, and all goes on when there is room', async ({
  skip,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-disk-'))
  chmodSync(folder, 0o755)
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'cairn-test', folder]).status === 0
  if (!mounted) skip('a small disk can only be mounted by root')
  const server = await startServer({ DATA_DIR: folder, PORT: String(await freePort()), DEMO: 'off' })
  try {
    const { root, cast } = await companyIn(databaseOf(folder).url)
    const { writes } = cast
    const author = playerOn({ url: () => server.url, outcomes: new Map() }, writes)
    const { course } = await author.does(courses.createCourse, { body: { title: 'Large', groupId: root } })
    const at = { params: { courseId: course.id } }
    const upload = await author.does(material.startUpload, {
      ...at,
      body: { name: 'film.mp4', size: 2 * megabyte },
    })
    const send = (address: string, method: string, body: string | Buffer<ArrayBuffer>, type: string) => {
      const key = crypto.randomUUID()
      const headers = { cookie: writes.cookie, 'content-type': type, 'idempotency-key': key }
      const attempt = () => fetch(`${server.url}${address}`, { method, body, headers })
      // A connection on which a part was refused before it had all arrived is closed behind the answer.
      return attempt().catch(attempt)
    }
    const save = (revision: number) =>
      send(
        addressOf(courses.saveDraft, at),
        courses.saveDraft.method,
        JSON.stringify(largeDraft(revision)),
        'application/json',
      )
    const part = () =>
      send(
        addressOf(files.sendPart, { params: { fileId: upload.id, offset: '0' } } as never),
        files.sendPart.method,
        Buffer.alloc(2 * megabyte, 7),
        'application/octet-stream',
      )
    const raise = (title: string) =>
      send(
        '/api/needs',
        'POST',
        JSON.stringify({ title, details: 'x'.repeat(3000), groupId: root }),
        'application/json',
      )

    let makeRoom = fill(join(folder, 'ballast'))
    const refused = await part()
    expect(refused.status).toBe(503)
    expect((await refused.json()) as ProblemBody).toMatchObject({ code: 'server.disk-full' })

    makeRoom()
    // Room for some of what follows: the journal of the database meets the end of the disk too.
    makeRoom = fill(join(folder, 'ballast'), 20 * megabyte)
    const kept: string[] = []
    const problems = new Map<string, number>()
    let revision = 1
    for (let round = 0; round < 40; round += 1) {
      const raised = await raise(`Need ${round}`)
      if (raised.ok) kept.push(`Need ${round}`)
      const saved = await save(revision)
      if (saved.ok) revision += 1
      for (const response of [raised, saved].filter(({ ok }) => !ok)) {
        const { status, code } = (await response.json()) as ProblemBody
        problems.set(`${status} ${code}`, (problems.get(`${status} ${code}`) ?? 0) + 1)
      }
    }
    expect(kept.length).toBeGreaterThan(0)
    expect(problems.size).toBeGreaterThan(0)
    for (const said of problems.keys()) expect(said).toMatch(/^503 server\.(disk-full|database-away)$/)
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)

    makeRoom()
    await expect.poll(async () => (await raise('Room again')).status, { interval: 500 }).toBe(201)
    expect((await part()).ok).toBe(true)
    const board = await author.does(needs.listNeeds, { query: { state: 'all', sort: 'newest', limit: 100 } })
    const titles = board.items.map(({ title }) => title)
    expect(titles.filter((title) => title !== 'Room again').sort()).toEqual([...kept].sort())
    expect((await author.does(courses.getDraft, at)).revision).toBe(revision)
    expect((await save(revision)).ok).toBe(true)
    const complaints = server
      .said()
      .split('\n')
      .filter((line) => line.includes('cannot be started again'))
    expect(complaints.length).toBeLessThan(3)
  } finally {
    await server.end()
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
})
