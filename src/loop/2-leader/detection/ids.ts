import { int32At } from '#platform/db/copy'

/** Ids as the database sends them, 16 bytes each, numbered from 0 in the order they were added in. */
export interface Ids {
  size: () => number
  /** The number of the id that stands there; -1 for one that was not added. */
  find: (bytes: Buffer, at: number) => number
  /** The same, of one that is added where it was not. */
  add: (bytes: Buffer, at: number) => number
  idOf: (number: number) => string
}

const idSize = 16
const inWords = 4

const hashOf = (a: number, b: number, c: number, d: number): number => {
  let hash = Math.imul(a, 0x9e3779b1) ^ b
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ d
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f)
  return hash ^ (hash >>> 15)
}

/** A table of ids in typed arrays: a million of them take 32 MB, and are found without making a text of any. */
export function numberedIds(): Ids {
  let words = new Int32Array(1024 * inWords)
  // Each place holds a number and one, 0 for none; half of them stay empty.
  let places = new Int32Array(2048)
  let size = 0
  /** Where an id is, or where it would be. */
  const placeOf = (a: number, b: number, c: number, d: number): number => {
    const mask = places.length - 1
    for (let place = hashOf(a, b, c, d) & mask; ; place = (place + 1) & mask) {
      const at = ((places[place] as number) - 1) * inWords
      if (at < 0) return place
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return place
    }
  }
  const grow = () => {
    const before = words
    words = new Int32Array(before.length * 2)
    words.set(before)
    places = new Int32Array(places.length * 2)
    for (let number = 0; number < size; number += 1) {
      const [a = 0, b = 0, c = 0, d = 0] = words.subarray(number * inWords, (number + 1) * inWords)
      places[placeOf(a, b, c, d)] = number + 1
    }
  }
  const placeAt = (bytes: Buffer, at: number): number =>
    placeOf(int32At(bytes, at), int32At(bytes, at + 4), int32At(bytes, at + 8), int32At(bytes, at + 12))
  const find = (bytes: Buffer, at: number): number => (places[placeAt(bytes, at)] as number) - 1
  const add = (bytes: Buffer, at: number): number => {
    if (size * inWords === words.length) grow()
    const place = placeAt(bytes, at)
    if (places[place] !== 0) return (places[place] as number) - 1
    for (let word = 0; word < inWords; word += 1) words[size * inWords + word] = int32At(bytes, at + word * 4)
    size += 1
    places[place] = size
    return size - 1
  }
  return { size: () => size, find, add, idOf: (number) => textOf(words, number) }
}

function textOf(words: Int32Array, number: number): string {
  const bytes = Buffer.alloc(idSize)
  for (let word = 0; word < inWords; word += 1)
    bytes.writeInt32BE(words[number * inWords + word] as number, word * 4)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
