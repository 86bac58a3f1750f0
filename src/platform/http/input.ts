import type { Context } from 'hono'
import type { z } from 'zod'
import { type InputFault, invalid, Problem } from '#platform/problem'
import type { Endpoint } from './endpoint.ts'
import { escaped, faultsOf } from './faults.ts'

/** The largest JSON body; files travel as raw bytes in parts. */
const jsonLimit = 6 * 1024 * 1024
/** The largest part of a file. */
const partLimit = 8 * 1024 * 1024

/** Everything an endpoint takes, validated. Throws 422 with a pointer to every field that is wrong. */
export function checkInput(endpoint: Endpoint, raw: { params: unknown; query: unknown; body: unknown }) {
  const faults: InputFault[] = []
  const read = (part: InputFault['part'], schema: z.ZodType, value: unknown): unknown => {
    const parsed = schema.safeParse(value, { reportInput: true })
    if (parsed.success) return parsed.data
    faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(part, issue)))
    return undefined
  }
  for (const part of ['query', 'body'] as const) faults.push(...unfitTexts(part, raw[part]))
  const params = read('path', endpoint.params, raw.params)
  const query = read('query', endpoint.query, raw.query)
  const body = endpoint.raw === 'request' ? {} : read('body', endpoint.body, raw.body)
  if (faults.length > 0) throw invalid(faults.slice(0, 50))
  return { params, query, body }
}

/** Texts that cannot be kept or sent on: with a null character, or half of a character. */
function unfitTexts(part: InputFault['part'], value: unknown): InputFault[] {
  const faults: InputFault[] = []
  const waiting: [string, unknown][] = [['', value]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [pointer, one] = next
    if (typeof one === 'string' && (one.includes('\0') || !one.isWellFormed()))
      faults.push({ part, pointer, code: 'text' })
    if (typeof one !== 'object' || one === null) continue
    for (const [key, inner] of Object.entries(one)) waiting.push([`${pointer}/${escaped(key)}`, inner])
  }
  return faults
}

const jsonType = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** Reads a JSON body, never more than the limit. Throws 400, 413 or 415. */
export async function readJson(c: Context): Promise<unknown> {
  if (!jsonType.test(c.req.header('content-type') ?? '')) {
    throw new Problem(415, 'input.media-type')
  }
  if (Number(c.req.header('content-length') ?? 0) > jsonLimit) throw tooLarge(jsonLimit)
  const text = decoded(await readLimited(c.req.raw.body, jsonLimit))
  try {
    return JSON.parse(text === '' ? '{}' : text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(400, 'input.json', { reason: error.message })
    throw error
  }
}

/** Reads the bytes of a part of a file, never more than the limit. Throws 413. */
export const readBytes = (c: Context): Promise<Uint8Array<ArrayBuffer>> =>
  readLimited(c.req.raw.body, partLimit)

const tooLarge = (limit: number) => new Problem(413, 'input.too-large', { limit })

/** Throws 400 for bytes that are no text: mended silently, they would be kept as something nobody wrote. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new Problem(400, 'input.encoding')
    throw error
  }
}

async function readLimited(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!stream) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
