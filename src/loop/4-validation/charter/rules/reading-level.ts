import { ownText } from '#course/document/blocks.ts'
import { type Check, type Checked, inStep, nodesOf } from '../checked.ts'

/** With fewer words than this a score says more of chance than of the text. */
const fewestWords = 60

/** How many parts a word is spoken in; a guess from its letters, as the formulas below are used with everywhere. */
function syllablesOf(word: string, language: Checked['language']): number {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
  const silent =
    language === 'fr' ? /(?:e|es|ent)$/ : /(?:(?<![aeiouyl])e|(?<![aeiouytd])es|(?<![aeiouytd])ed)$/
  const spoken = plain.length > 3 ? plain.replace(silent, '') : plain
  return Math.max(1, spoken.match(/[aeiouyœæ]+/g)?.length ?? 0)
}

/**
 * How easily a text reads, 0 to 100 and beyond, the higher the easier: Flesch (1948), "A new readability yardstick", for
 * English; its French form by Kandel and Moles (1958), "Application de l'indice de Flesch à la langue française". Null
 * for a text that is too short to tell.
 */
export function readingEase(text: string, language: Checked['language']): number | null {
  const parts = (granularity: 'sentence' | 'word') => [
    ...new Intl.Segmenter(language, { granularity }).segment(text),
  ]
  const words = parts('word').flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
  if (words.length < fewestWords) return null
  return easeOf(words, parts('sentence').filter(({ segment }) => /\p{L}/u.test(segment)).length, language)
}

/** The formula itself, from words and the number of sentences. */
export function easeOf(words: readonly string[], sentences: number, language: Checked['language']): number {
  const length = words.length / Math.max(1, sentences)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0) / words.length
  return language === 'fr'
    ? 207 - 1.015 * length - 73.6 * syllables
    : 206.835 - 1.015 * length - 84.6 * syllables
}

/** What of a step is read as running text: its paragraphs, each a sentence at least. */
const textsOf = (course: Checked) => {
  const texts = new Map(course.document.content.map((step) => [step, [] as string[]]))
  for (const { step, node } of nodesOf(course)) {
    const text = node.type === 'paragraph' ? ownText(node).trim() : ''
    if (text) texts.get(step)?.push(/[.!?:;…]$/.test(text) ? text : `${text}.`)
  }
  return texts
}

/** Every step reads as easily as that at least. */
export const readingLevel: Check = (course, least) =>
  [...textsOf(course)].flatMap(([step, texts]) => {
    const ease = readingEase(texts.join('\n'), course.language)
    return ease === null || ease >= least ? [] : [inStep(step, { ease: Math.round(ease), least })]
  })
