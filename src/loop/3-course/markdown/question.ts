import { newBlockId } from '../document/blocks.ts'
import type { Block, Question } from '../document/schema.ts'

/** What a question div says, line by line, as `export-question.ts` writes it. */
interface Parts {
  prompt: string
  options: { correct: boolean; text: string; feedback: string }[]
  answers: string[]
  order: string[]
  feedback: { right: string; wrong: string }
}

function partsOf(lines: readonly string[]): Parts {
  const parts: Parts = { prompt: '', options: [], answers: [], order: [], feedback: { right: '', wrong: '' } }
  const prompt: string[] = []
  for (const text of lines) {
    const option = text.match(/^\s*[-*]\s+\[([ xX])\]\s+(.*)$/)
    const item = text.match(/^\s*\d+[.)]\s+(.*)$/)
    const answer = text.match(/^\s*=\s+(.*)$/)
    const feedback = text.match(/^\s*(right|wrong):\s*(.*)$/i)
    if (option) parts.options.push({ correct: option[1] !== ' ', ...split(option[2] ?? '') })
    else if (answer) parts.answers.push(answer[1]?.trim() ?? '')
    else if (feedback) parts.feedback[feedback[1]?.toLowerCase() as 'right' | 'wrong'] = feedback[2] ?? ''
    else if (item) parts.order.push(item[1] ?? '')
    else prompt.push(text.replace(/^(\s*)\\(?=[-*=:`~\\\d]|right:|wrong:)/i, '$1'))
  }
  return { ...parts, prompt: prompt.join('\n').trim() }
}

/** `text > feedback for who chooses it`; `\\>` and `\\\\` stand for themselves. */
function split(text: string): { text: string; feedback: string } {
  const at = text.search(/(?<=\s)>(?=\s)/)
  const plain = (part: string) => part.replace(/\\([\\>])/g, '$1').trim()
  return at < 0
    ? { text: plain(text), feedback: '' }
    : { text: plain(text.slice(0, at)), feedback: plain(text.slice(at + 1)) }
}

/** A question block from the lines of a question div, or what is missing. */
export function readQuestion(kind: string, points: number, lines: readonly string[]): Block | string {
  const parts = partsOf(lines)
  if (!parts.prompt) return 'nothing'
  const common = { id: newBlockId(), prompt: parts.prompt, points, feedback: parts.feedback }
  const attrs = attrsOf(kind, common, parts)
  return typeof attrs === 'string' ? attrs : { type: 'question', attrs }
}

function attrsOf(kind: string, common: Omit<Question, 'kind'>, parts: Parts): Question | string {
  switch (kind) {
    case 'single':
    case 'multiple': {
      const options = parts.options.map((option) => ({ id: newBlockId(), ...option }))
      const right = options.filter(({ correct }) => correct).length
      if (options.length < 2) return 'options'
      if (kind === 'single' && right !== 1) return 'one'
      return { ...common, kind, options } as Question
    }
    case 'truefalse': {
      const right = parts.options.find(({ correct }) => correct)
      if (!right) return 'truth'
      return { ...common, kind, answer: /^(true|vrai)/i.test(right.text) } as Question
    }
    case 'short':
      return parts.answers.length > 0
        ? ({ ...common, kind, accepted: parts.answers } as Question)
        : 'accepted'
    case 'numeric':
      return numericOf(common, parts.answers[0] ?? '')
    case 'ordering': {
      const items = parts.order.map((text) => ({ id: newBlockId(), text }))
      return items.length >= 2 ? ({ ...common, kind, items } as Question) : 'items'
    }
    default:
      return 'kind'
  }
}

function numericOf(common: Omit<Question, 'kind'>, answer: string): Question | string {
  const found = answer.match(
    /^([-+]?[\d.,]+(?:e[-+]?\d+)?)\s*(?:(?:\+-|±)\s*([\d.,]+(?:e[-+]?\d+)?))?\s*(.*)$/i,
  )
  const value = Number(found?.[1]?.replace(',', '.'))
  const tolerance = Number(found?.[2]?.replace(',', '.') ?? 0)
  if (!found || !Number.isFinite(value) || !Number.isFinite(tolerance)) return 'number'
  return { ...common, kind: 'numeric', value, tolerance, unit: found[3]?.trim() ?? '' } as Question
}
