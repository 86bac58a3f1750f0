/**
 * A file of help given in another tool, as long as one likes: it is nowhere, and any part of it can be made at any time.
 * Of twenty lines ten say something new, nine say what an earlier one said, and one is not to be taken, each time for
 * another reason. Every line has the same number of bytes, so that a place in the file is a line of it.
 */
import type { LineFault } from '#leader/import.contract.ts'

const head = Buffer.from('id,helper,helped,at,topic,note\n')
export const members = 20_000
const lineBytes = 80

/** The faults, in turn; each spoils a line in its own way. */
const faults = [
  ['unknown-helper', (one) => ({ ...one, helper: 'nobody@import.example' })],
  ['unknown-helped', (one) => ({ ...one, helped: 'nobody@import.example' })],
  ['self', (one) => ({ ...one, helped: one.helper })],
  ['no-date', (one) => ({ ...one, at: '31.02.' })],
  ['future', (one) => ({ ...one, at: '4102444800' })],
  ['too-old', (one) => ({ ...one, at: '946684800' })],
  ['no-helper', (one) => ({ ...one, helper: '' })],
  ['encoding', (one) => ({ ...one, topic: '\xff' })],
] as const satisfies [LineFault, (one: Line) => Line][]

interface Line {
  id: string
  helper: string
  helped: string
  at: string
  topic: string
}

const mailOf = (member: number) => `m${member}@import.example`
const kindOf = (line: number) => (line % 20 === 19 ? 'rejected' : line % 2 === 0 ? 'new' : 'again')

/** What line number `line` says: the same as the even one before it where it says nothing new. */
function lineOf(line: number, now: number): Line {
  const said = line - (line % 2)
  const helper = (said * 7919) % members
  const helped = (helper + 1 + ((said * 31) % (members - 1))) % members
  const plain = {
    id: `p${said}`,
    helper: mailOf(helper),
    helped: mailOf(helped),
    at: String(now - 1 - (said % 300) * 86_400),
    topic: `tag${said % 20}`,
  }
  if (kindOf(line) !== 'rejected') return plain
  const [, spoil] = faults[Math.floor(line / 20) % faults.length] ?? faults[0]
  return { ...spoil(plain), id: `r${line}` }
}

function write(line: number, now: number): string {
  const { id, helper, helped, at, topic } = lineOf(line, now)
  return `${`${id},${helper},${helped},${at},${topic},`.padEnd(lineBytes - 1, '.')}\n`
}

/** How many bytes a file of so many lines has. */
export const sizeOf = (lines: number): number => head.length + lines * lineBytes

/** The whole lines from a byte on that begins one, of at most `most` bytes; with the head where it begins there. */
export function partFrom(offset: number, most: number, lines: number, now: number): Buffer {
  const begin = offset === 0 ? head : Buffer.alloc(0)
  const first = offset === 0 ? 0 : (offset - head.length) / lineBytes
  if (!Number.isInteger(first)) throw new Error(`No line begins at ${offset}.`)
  const count = Math.min(lines - first, Math.floor((most - begin.length) / lineBytes))
  const text = Array.from({ length: count }, (_, index) => write(first + index, now)).join('')
  // A letter that is none in UTF-8 is one byte here.
  return Buffer.concat([begin, Buffer.from(text, 'latin1')])
}

/** What has to come of so many lines, counted by what they are and not by what was made of them. */
export function expected(lines: number) {
  const twenties = Math.floor(lines / 20)
  const rejected = twenties
  const rest = lines % 20
  return { rejected, kept: lines - rejected, stored: twenties * 10 + Math.ceil(rest / 2) }
}
