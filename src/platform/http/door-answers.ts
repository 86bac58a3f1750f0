import {
  createCipheriv,
  createDecipheriv,
  createHash,
  type DecipherGCM,
  randomBytes,
  scrypt,
} from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { type Asked, type Keeper, type KeptAnswer, keyReused, waitForTwin } from './idempotency.ts'

const cipher = 'aes-256-gcm'
const [ivBytes, tagBytes] = [12, 16]
const stretched = promisify(scrypt) as (secret: string, salt: string, bytes: number) => Promise<Buffer>

/**
 * Keeps what is answered to somebody who is not signed in. An answer may carry a session, and a request a password: so
 * neither is stored in clear, nor a plain hash of them. The answer is sealed with the key and the whole request, which
 * only its sender knows, and is found by a hash of the key alone (docs/decisions/0020).
 */
export function keeperAtDoor(endpoint: string, key: string): Keeper {
  const place = createHash('sha256').update(`door\n${key}`).digest('base64url')
  const secretOf = ({ params, query, body }: Asked) =>
    stretched(JSON.stringify([key, endpoint, params, query, body]), place, 32)
  return {
    ask: [waitForTwin(place), { text: 'select sealed from door_answers where key = $1', values: [place] }],
    find: async (_, [row], asked) => (row ? opened(String(row.sealed), await secretOf(asked)) : null),
    keep: async ({ db, now }, asked, answer) => {
      const sealed = seal(answer, await secretOf(asked))
      await sql`insert into door_answers (key, sealed, at)
        values (${place}, ${sealed}, ${now.toISOString()})`.execute(db)
    },
  }
}

function seal(answer: KeptAnswer, secret: Buffer): string {
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, secret, iv)
  const text = Buffer.concat([sealing.update(JSON.stringify(answer), 'utf8'), sealing.final()])
  return Buffer.concat([iv, sealing.getAuthTag(), text]).toString('base64url')
}

/** What is sealed; throws 422 when it was sealed for another request. */
function opened(sealed: string, secret: Buffer): KeptAnswer {
  const bytes = Buffer.from(sealed, 'base64url')
  const opening = createDecipheriv(cipher, secret, bytes.subarray(0, ivBytes))
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  const text = opening.update(bytes.subarray(ivBytes + tagBytes))
  return JSON.parse(Buffer.concat([text, authenticated(opening)]).toString('utf8')) as KeptAnswer
}

/** The end of what was sealed: nothing but the secret it was sealed with is let through. */
function authenticated(opening: DecipherGCM): Buffer {
  try {
    return opening.final()
  } catch {
    throw keyReused()
  }
}
