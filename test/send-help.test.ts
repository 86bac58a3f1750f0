import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listImports, withdrawImport } from '#leader/import.contract.ts'
import { addApiKey } from '#people/api-key.contract.ts'
import { endMembership, returnMember } from '#people/contract.ts'
import { switchOn } from './purpose.ts'
import { openWorld } from './world.ts'

const world = openWorld()
const folder = mkdtempSync(join(tmpdir(), 'cairn-sending-'))
let server: ReturnType<typeof serve>
let url = ''
/** How many parts are let through before the server is not there any more. */
let parts = Number.POSITIVE_INFINITY

beforeAll(async () => {
  const fetch = (request: Request, env: object) =>
    request.method === 'PUT' && parts-- <= 0
      ? new Response('', { status: 502 })
      : world.cairn.app.fetch(request, env)
  await new Promise<void>((resolve) => {
    server = serve({ fetch, port: 0 }, ({ port }: AddressInfo) => {
      url = `http://127.0.0.1:${port}`
      resolve()
    })
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await new Promise((resolve) => server.close(resolve))
})

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  await switchOn(admin, 'imports')
  const body = { name: 'Export', opens: 'imports', days: 30 } as const
  const { key } = await admin.does(addApiKey, { body })
  const [dana, ann] = [await org.person('Dana Reyes'), await org.person('Ann Ito')]
  const signals = () => world.stored<{ topic: string }>(org.id, 'select topic from signals order by at')
  return { admin, key, dana, ann, signals }
}

/** Runs the script that the documentation offers, as the program of an IT department does. */
async function run(key: string, text: string, { mapping, to = url }: { mapping?: object; to?: string } = {}) {
  const [file, mappingFile] = [join(folder, 'chat.csv'), join(folder, 'mapping.json')]
  writeFileSync(file, text)
  if (mapping) writeFileSync(mappingFile, JSON.stringify(mapping))
  const env = { ...process.env, CAIRN_URL: `${to}/`, CAIRN_KEY: key }
  const given = [file, 'Chat', ...(mapping ? [mappingFile] : [])]
  const child = spawn(process.execPath, ['docs/send-help.mjs', ...given], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  return { code, said: said.trim().split('\n') }
}

test('a program brings a file in by key, is told which lines were not taken, and sent again it is the same', async () => {
  const { key, dana, ann, signals } = await company()
  const rows = [
    `${ann.email},${dana.email},2026-02-10,Torque`,
    `${ann.email},${dana.email},soon,Torque`,
    `${ann.email},nobody@x.example,2026-02-11,Torque`,
    `${ann.email},${dana.email},2026-02-12,Zero drift`,
  ]
  const text = ['asked by,answered by,date,tag', ...rows, ''].join('\n')
  const told = ['5 lines: 2 taken, 2 not.', 'line 3: no-date', 'line 4: unknown-helper']
  for (const _ of ['first', 'again']) expect(await run(key, text)).toEqual({ code: 0, said: told })
  expect((await signals()).map(({ topic }) => topic)).toEqual(['Torque', 'Zero drift'])
})

test('a file that breaks off half-way is gone on with where it was, each line once', async () => {
  const { admin, key, dana, ann, signals } = await company()
  const rows = Array.from({ length: 20_000 }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0')
    return `${ann.email},${dana.email},2026-01-${day}T08:00:00.${String(at % 1000).padStart(3, '0')}Z,Torque ${at}`
  })
  const text = ['asked by,answered by,date,tag', ...rows, ''].join('\n')
  parts = 1
  const broken = await run(key, text)
  parts = Number.POSITIVE_INFINITY
  expect(broken).toEqual({ code: 1, said: [expect.stringMatching(/^502: what answers .* Cairn is away\.$/)] })
  const [begun] = (await admin.does(listImports)).items
  expect(begun).toMatchObject({ source: 'Chat', finishedAt: null })
  expect(begun?.taken).toBeGreaterThan(0)
  expect(await run(key, text)).toEqual({ code: 0, said: ['20001 lines: 20000 taken, 0 not.'] })
  expect((await admin.does(listImports)).items).toHaveLength(1)
  expect(new Set((await signals()).map(({ topic }) => topic)).size).toBe(20_000)
})

test('a file that was taken whole is sent anew: by then its people may have joined, or it was taken back', async () => {
  const { admin, key, dana, ann, signals } = await company()
  const text = `asked by,answered by,date\n${ann.email},${dana.email},2026-02-10\n`
  await admin.does(endMembership, { params: { memberId: dana.id } })
  expect(await run(key, text)).toEqual({
    code: 2,
    said: ['2 lines: 0 taken, 1 not.', 'line 2: unknown-helper'],
  })
  await admin.does(returnMember, { params: { memberId: dana.id } })
  const taken = { code: 0, said: ['2 lines: 1 taken, 0 not.'] }
  expect(await run(key, text)).toEqual(taken)
  for (const { id } of (await admin.does(listImports)).items)
    await admin.does(withdrawImport, { params: { importId: id } })
  expect(await signals()).toHaveLength(0)
  expect(await run(key, text)).toEqual(taken)
  expect(await signals()).toHaveLength(1)
})

test('columns that say nothing are named, and a mapping that is given is followed', async () => {
  const { key, dana, ann, signals } = await company()
  const text = `a;b;c\n${ann.email};${dana.email};11.02.2026\n`
  const unknown = await run(key, text)
  expect(unknown).toEqual({ code: 1, said: ['Say in a file which of these columns is which: a, b, c'] })
  const mapping = { format: 'csv', separator: ';', helper: 'b', helped: 'a', at: 'c', dates: 'day-first' }
  expect(await run(key, text, { mapping })).toEqual({ code: 0, said: ['2 lines: 1 taken, 0 not.'] })
  expect(await signals()).toHaveLength(1)
})

test('a file of which no line is taken ends with a number of its own, so that whoever watches hears of it', async () => {
  const { key } = await company()
  const text = 'asked by,answered by,date\na@x.example,b@x.example,2026-02-10\n'
  expect(await run(key, text)).toEqual({
    code: 2,
    said: ['2 lines: 0 taken, 1 not.', 'line 2: unknown-helper'],
  })
})

test('a key that is not known is refused with a sentence, and nothing is kept', async () => {
  const { key, signals } = await company()
  const wrong = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
  const { code, said } = await run(wrong, 'asked by,answered by,date\n')
  expect([code, said[0]]).toEqual([1, expect.stringMatching(/^401 access\.key-unknown: This API key/)])
  expect(await signals()).toEqual([])
})

test.each([
  ['cut short', (key: string) => key.slice(0, -1)],
  ['broken in two', (key: string) => `${key.slice(0, 60)}\n${key.slice(60)}`],
])('a key that is %s is said to be none, and none of it is repeated', async (_, spoil) => {
  const { key } = await company()
  expect(await run(spoil(key), 'asked by,answered by,date\n')).toEqual({
    code: 1,
    said: ['CAIRN_KEY is no whole key: copy it once more.'],
  })
})

test('where nothing answers, it says where', async () => {
  const { key } = await company()
  const { code, said } = await run(key, 'asked by,answered by,date\n', { to: 'http://127.0.0.1:1' })
  expect([code, said[0]]).toEqual([
    1,
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:1 cannot be reached: \S/),
  ])
})
