const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** One or two letters that stand for a name, in any script; the family name where it is written first. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (first === undefined) return '?'
  const last = words.length > 1 && !wide.test(name) ? (words.at(-1) ?? '') : ''
  return initial(first) + initial(last)
}

/** The first letter with all its marks; capital where the script has capitals. */
function initial(word: string): string {
  const [first] = letters.segment(word.toLocaleUpperCase())
  return first?.segment ?? ''
}
