const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** One or two letters that stand for a name, in any script; the family name first where it is written first. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (first === undefined) return '?'
  if (wide.test(name))
    return [...letters.segment(first)]
      .slice(0, 1)
      .map(({ segment }) => segment)
      .join('')
  const last = words.length > 1 ? words.at(-1) : undefined
  return [first, last]
    .flatMap((word) => (word ? [...letters.segment(word)].slice(0, 1) : []))
    .map(({ segment }) => segment.toLocaleUpperCase())
    .join('')
}
