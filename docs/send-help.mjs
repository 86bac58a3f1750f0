#!/usr/bin/env node
// Sends a file of help given in another tool to Cairn, and goes on where it was when it is run again. Any Node.js from 20 on:
//   CAIRN_URL=https://learn.example.com CAIRN_KEY=cairn_... node send-help.mjs chat.ndjson Chat [mapping.json]
import { createHash, randomUUID } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'

const beginning = 64 * 1024
const partSize = 512 * 1024
const largestPart = 8 * 1024 * 1024

const url = process.env.CAIRN_URL?.trim().replace(/\/+$/, '')
const key = process.env.CAIRN_KEY?.trim()
const [path, source, mappingFile] = process.argv.slice(2)

async function main() {
  if (!url || !key || !path || !source) throw new Error('Usage: see the first lines of this file.')
  // Said here, so that no message of a library repeats it in a log.
  if (!/^cairn_[\w-]{80}$/.test(key)) throw new Error('CAIRN_KEY is no whole key: copy it once more.')
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const mapping = mappingFile ? JSON.parse(await readFile(mappingFile, 'utf8')) : await guess(file)
    const begun = await announce({ source, size, mapping }, await keyOf(file, mapping))
    const { lines, kept, rejected } = await send(file, size, begun)
    console.log(`${lines} lines: ${kept} taken, ${rejected} not.`)
    await tellRejected(begun.id)
    // Most likely it was mapped wrongly: whoever watches over exports is to hear of it.
    if (kept === 0 && rejected > 0) process.exitCode = 2
  } finally {
    await file.close()
  }
}

/** One request; throws with what the answer says when it is refused. */
async function ask(method, address, body, idempotencyKey = randomUUID()) {
  const isBytes = body instanceof Uint8Array
  const response = await fetch(`${url}/api${address}`, {
    method,
    redirect: 'error',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && {
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      }),
      ...(method !== 'GET' && { 'idempotency-key': idempotencyKey }),
    },
    ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
  }).catch((error) => {
    throw new Error(`${url} cannot be reached: ${error.cause?.message || error.cause?.code || error.message}`)
  })
  if (!/json/.test(response.headers.get('content-type')))
    throw new Error(`${response.status}: what answers at ${url}/api is not Cairn, or Cairn is away.`)
  const answer = await response.json()
  if (response.ok) return answer
  throw new Error(`${response.status} ${answer.code}: ${answer.faults?.[0]?.detail ?? answer.detail}`)
}

async function read(file, from, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead)
}

/** Which column says what, as Cairn takes it from the beginning of the file. */
async function guess(file) {
  const { columns, mapping } = await ask('POST', '/signal-import-previews', await read(file, 0, beginning))
  if (mapping) return mapping
  throw new Error(`Say in a file which of these columns is which: ${columns.join(', ')}`)
}

/** The same file is gone on with. One that was taken whole is sent anew: people may have joined, or it was taken back. */
async function announce(said, key) {
  for (let time = 0; ; time++) {
    const { id } = await ask('POST', '/signal-imports', said, `${key}-${time}`)
    const found = await find(id)
    if (found.finishedAt === null) return found
  }
}

/** What makes a file the same: what it says, how it is mapped and what it is named. */
async function keyOf(file, mapping) {
  const hash = createHash('sha256').update(JSON.stringify([source, mapping]))
  for await (const bytes of file.createReadStream({ start: 0, autoClose: false })) hash.update(bytes)
  return hash.digest('hex')
}

/** How far an import is. */
async function find(id) {
  for (let after = ''; ; ) {
    const { items, next } = await ask('GET', `/signal-imports?limit=100${after}`)
    const found = items.find((one) => one.id === id)
    if (found) return found
    if (next === null) throw new Error('The import is gone.')
    after = `&after=${encodeURIComponent(next)}`
  }
}

async function send(file, size, begun) {
  let now = begun
  let length = partSize
  while (now.finishedAt === null) {
    const bytes = await read(file, now.taken, Math.min(length, size - now.taken))
    const before = now.taken
    try {
      now = await ask('PUT', `/signal-imports/${now.id}/parts/${before}`, bytes)
    } catch (error) {
      // A line longer than a part: with more bytes it has an end.
      if (!error.message.includes('import.no-lines') || length >= largestPart) throw error
      length *= 2
    }
  }
  return now
}

async function tellRejected(id) {
  for (let after = ''; ; ) {
    const { items, next } = await ask('GET', `/signal-imports/${id}/rejections?limit=100${after}`)
    for (const { line, reason } of items) console.log(`line ${line}: ${reason}`)
    if (next === null) return
    after = `&after=${encodeURIComponent(next)}`
  }
}

main().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
