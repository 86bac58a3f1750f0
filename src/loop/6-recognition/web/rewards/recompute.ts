import { hexOf } from '#platform/hex'

/** What a draw tells of itself. */
export interface Told {
  drawId: string
  /** 32 bytes, in hexadecimal like what follows. */
  seed: string
  commitment: string
  entriesHash: string
  entries: readonly { memberId: string; nonce: string }[]
}

export interface Checked {
  /** The seed is the one that was promised. */
  doesSeedFit: boolean
  /** The list is the one that was drawn from. */
  doesListFit: boolean
  /** Member ids in the order that seed and list give. */
  order: string[]
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const sha256 = async (text: string) =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

/**
 * Repeats a draw from what was told of it, with the browser's own cryptography: nothing of what the server computed is
 * taken for granted. Needs a page that came over https, or from this machine.
 */
export async function recompute({ drawId, seed, commitment, entriesHash, entries }: Told): Promise<Checked> {
  const sorted = [...entries].sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  const listHash = await sha256(sorted.map(({ memberId, nonce }) => `${memberId} ${nonce}\n`).join(''))
  const order = sorted.map(({ memberId }) => memberId)
  const next = await numbersFrom(seed, listHash)
  for (let count = order.length; count > 1; count -= 1) {
    const fair = Math.floor(2 ** 32 / count) * count
    let number = await next()
    while (number >= fair) number = await next()
    const chosen = order[number % count] as string
    order[number % count] = order[count - 1] as string
    order[count - 1] = chosen
  }
  return {
    doesSeedFit: (await sha256(`cairn draw 1\n${drawId}\n${seed}\n`)) === commitment,
    doesListFit: listHash === entriesHash,
    order,
  }
}

/** Gives one number after the other: four bytes each of HMAC-SHA-256(seed, hash of the list and a counter). */
async function numbersFrom(seed: string, listHash: string): Promise<() => Promise<number>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), algorithm, false, ['sign'])
  let block = new DataView(new ArrayBuffer(0))
  let at = 0
  let counter = 0
  return async () => {
    if (at === block.byteLength) {
      const message = bytesOf(listHash + counter.toString(16).padStart(8, '0'))
      block = new DataView(await crypto.subtle.sign('HMAC', key, message))
      counter += 1
      at = 0
    }
    at += 4
    return block.getUint32(at - 4)
  }
}
