/** One word of a text; its stem is null for small words that carry no meaning, and for what is no word. */
export interface Token {
  word: string
  stem: string | null
}

export interface Text {
  id: string
  tokens: readonly Token[]
}

/** What several texts are about: the same words in the same order, whatever their endings. */
export interface Phrase {
  /** Its stems, with spaces between. */
  key: string
  /** As it is written most often. */
  name: string
  /** How much of a term it is: see `phrasesIn`. */
  weight: number
  /** The texts that have it. */
  texts: Set<string>
}

const longest = 3
/** A phrase must stand in so many texts to be a topic; a single word in more, as it says less. */
const fewest = { phrase: 2, word: 3 }

interface Candidate extends Phrase {
  length: number
  forms: Map<string, number>
}

/** Each run of one to three words of a text with no small word between them. A word that opens the text is likely a verb, and no candidate alone. */
function* runsOf({ tokens }: Text): Generator<{ key: string; form: string; length: number }> {
  for (let start = 0; start < tokens.length; start += 1)
    for (let length = 1; length <= longest && start + length <= tokens.length; length += 1) {
      const run = tokens.slice(start, start + length)
      if (run.some(({ stem }) => stem === null)) break
      if (length === 1 && (start === 0 || (run[0]?.stem ?? '').length < 4)) continue
      yield {
        key: run.map(({ stem }) => stem).join(' '),
        form: run.map(({ word }) => word).join(' '),
        length,
      }
    }
}

function collect(texts: readonly Text[]): Map<string, Candidate> {
  const all = new Map<string, Candidate>()
  for (const text of texts)
    for (const { key, form, length } of runsOf(text)) {
      const known = all.get(key) ?? {
        ...{ key, name: '', weight: 0, texts: new Set<string>() },
        ...{ length, forms: new Map<string, number>() },
      }
      known.texts.add(text.id)
      known.forms.set(form, (known.forms.get(form) ?? 0) + 1)
      all.set(key, known)
    }
  return all
}

/** The form written most often; of those alike the shortest, then the first by alphabet. */
function nameOf({ forms }: Candidate): string {
  const [[form] = ['']] = [...forms].sort(
    ([one, often], [other, oftener]) =>
      oftener - often || one.length - other.length || (one < other ? -1 : 1),
  )
  return form.charAt(0).toLocaleUpperCase() + form.slice(1)
}

/** Of how many texts each phrase stands in, those in which it is part of a longer one: how many, of how many longer ones. */
function nestedIn(candidates: readonly Candidate[]): Map<string, { texts: number; phrases: number }> {
  const nested = new Map<string, { texts: number; phrases: number }>()
  for (const { key, length, texts } of candidates) {
    const words = key.split(' ')
    const within = new Set<string>()
    for (let size = 1; size < length; size += 1)
      for (let start = 0; start + size <= length; start += 1)
        within.add(words.slice(start, start + size).join(' '))
    for (const part of within) {
      const known = nested.get(part) ?? { texts: 0, phrases: 0 }
      nested.set(part, { texts: known.texts + texts.size, phrases: known.phrases + 1 })
    }
  }
  return nested
}

/**
 * What texts are about, the most telling first: runs of words weighed by their C-value (Frantzi, Ananiadou, Mima, 2000),
 * log2(words + 1) times the texts they stand in, less the mean of the longer phrases that they are part of. Order of
 * input does not matter.
 */
export function phrasesIn(texts: readonly Text[], most: number): Phrase[] {
  const often = [...collect(texts).values()].filter(
    ({ length, texts: those }) => those.size >= (length === 1 ? fewest.word : fewest.phrase),
  )
  const nested = nestedIn(often)
  for (const one of often) {
    const around = nested.get(one.key)
    one.weight = Math.log2(one.length + 1) * (one.texts.size - (around ? around.texts / around.phrases : 0))
    one.name = nameOf(one)
  }
  return often
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .map(({ key, name, weight, texts: those }) => ({ key, name, weight, texts: those }))
}
