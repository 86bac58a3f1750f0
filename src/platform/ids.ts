import { randomFillSync } from 'node:crypto'

let lastMoment = -1
let counter = 0

/**
 * A UUIDv7 (RFC 9562) for the moment `now`. Ids made in one process for the same millisecond keep their order:
 * the twelve bits after the time count up, starting at random.
 */
export function newId(now: Date): string {
  const moment = now.getTime()
  const bytes = randomFillSync(Buffer.alloc(16))
  const start = bytes.readUInt16BE(6) & 0x3ff
  counter = moment === lastMoment ? counter + 1 : start
  if (counter > 0xfff) counter = start
  lastMoment = moment
  bytes.writeUIntBE(moment, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a string is a UUID in the one spelling we write. */
export const isId = (text: string): boolean => uuid.test(text)
