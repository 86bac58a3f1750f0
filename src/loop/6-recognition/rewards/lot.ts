import { createHash, createHmac } from 'node:crypto'

/** Who entered a draw, with the number they brought: 32 bytes in hexadecimal. */
export interface Entrant {
  memberId: string
  nonce: string
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** What is told of a seed (32 bytes in hexadecimal) before the draw: it fits no other seed, and no other draw. */
export const commitmentOf = (drawId: string, seed: string): string =>
  sha256(`cairn draw 1\n${drawId}\n${seed}\n`)

/** The one order in which a list of entries is written down. */
export const inOrder = <One extends Entrant>(entries: readonly One[]): One[] =>
  entries.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))

/** The hash of a list of entries, whatever order they come in. */
export const entriesHashOf = (entries: readonly Entrant[]): string =>
  sha256(
    inOrder(entries)
      .map(({ memberId, nonce }) => `${memberId} ${nonce}\n`)
      .join(''),
  )

const range = 2 ** 32

/** Whole numbers from 0 to below 2^32: HMAC-SHA-256 with the seed over the hash of the list and a counter, four bytes each. */
function* numbersOf(seed: string, entriesHash: string): Generator<number, never> {
  const key = Buffer.from(seed, 'hex')
  for (let counter = 0; ; counter += 1) {
    const message = Buffer.alloc(36)
    message.write(entriesHash, 'hex')
    message.writeUInt32BE(counter, 32)
    const block = createHmac('sha256', key).update(message).digest()
    for (let at = 0; at < block.length; at += 4) yield block.readUInt32BE(at)
  }
}

/** A number from 0 to below `count`, each as likely: what would make small ones likelier is passed over. */
function below(numbers: Generator<number, never>, count: number): number {
  const fair = range - (range % count)
  for (;;) {
    const { value } = numbers.next()
    if (value < fair) return value % count
  }
}

/** Everybody who entered in the order that is drawn: Fisher and Yates' shuffle of the list, from its end. */
export function drawOrder<One extends Entrant>(seed: string, entries: readonly One[]): One[] {
  const order = inOrder(entries)
  const numbers = numbersOf(seed, entriesHashOf(entries))
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(numbers, last + 1)
    const [a, b] = [order[last] as One, order[other] as One]
    order[last] = b
    order[other] = a
  }
  return order
}
