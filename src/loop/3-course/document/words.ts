/** A part of a text: the same in both, only in the one before, or only in the one after. */
export interface WordPart {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Longer texts are compared line by line: the table below has as many cells as both have parts, multiplied. */
const mostCells = 400_000

/**
 * What became of a text, word by word, in reading order: leaving out what is new gives the text before, leaving out
 * what is gone the text after.
 */
export const compareWords = (before: string, after: string): WordPart[] => gathered(alignWords(before, after))

/** The same for what is done with each word, not read: a lone word that stayed is not counted as changed. */
export function alignWords(before: string, after: string): WordPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const head = common(a, b, (list, at) => list[at])
  const tail = Math.min(
    common(a, b, (list, at) => list[list.length - 1 - at]),
    Math.min(a.length, b.length) - head,
  )
  const [midA, midB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const middle =
    midA.length * midB.length > mostCells
      ? [...midA.map((text) => part('gone', text)), ...midB.map((text) => part('new', text))]
      : between(midA, midB)
  const same = (list: string[]) => list.map((text) => part('same', text))
  return joined([...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))])
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
const part = (kind: WordPart['kind'], text: string): WordPart => ({ kind, text })

function common(a: string[], b: string[], pick: (list: string[], at: number) => string | undefined): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && pick(a, count) === pick(b, count)) count += 1
  return count
}

/** The longest common run of words decides what stayed. */
function between(a: string[], b: string[]): WordPart[] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (x: number, y: number) => lengths[x * width + y] ?? 0
  for (let x = a.length - 1; x >= 0; x -= 1)
    for (let y = b.length - 1; y >= 0; y -= 1)
      lengths[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1))
  const parts: WordPart[] = []
  let [x, y] = [0, 0]
  while (x < a.length || y < b.length) {
    const [old, now] = [a[x], b[y]]
    if (old !== undefined && old === now) {
      parts.push(part('same', old))
      x += 1
      y += 1
    } else if (old !== undefined && (now === undefined || at(x + 1, y) >= at(x, y + 1))) {
      parts.push(part('gone', old))
      x += 1
    } else {
      parts.push(part('new', now ?? ''))
      y += 1
    }
  }
  return parts
}

/** Neighbours of one kind as one part. */
function joined(parts: WordPart[]): WordPart[] {
  const result: WordPart[] = []
  for (const { kind, text } of parts) {
    const last = result.at(-1)
    if (last?.kind === kind) last.text += text
    else result.push({ kind, text })
  }
  return result
}

/** Between changes a lone word that stayed tells nothing: one reads the changes around it as a single one. */
const isLone = (text: string) => (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= 1 && !text.includes('\n')

/** Changes that only a lone word parts, as one: all that went, then all that came. */
function gathered(parts: WordPart[]): WordPart[] {
  const result: WordPart[] = []
  let [gone, now] = ['', '']
  for (const [index, { kind, text }] of parts.entries()) {
    const isBetween = kind === 'same' && gone + now !== '' && index < parts.length - 1 && isLone(text)
    if (kind !== 'new' && (kind === 'gone' || isBetween)) gone += text
    if (kind !== 'gone' && (kind === 'new' || isBetween)) now += text
    if (kind === 'same' && !isBetween) {
      result.push(...changed(gone, now), part('same', text))
      gone = now = ''
    }
  }
  return [...result, ...changed(gone, now)]
}

const changed = (gone: string, now: string): WordPart[] =>
  [part('gone', gone), part('new', now)].filter(({ text }) => text !== '')
