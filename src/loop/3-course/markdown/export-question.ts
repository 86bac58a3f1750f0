import type { Question } from '../document/schema.ts'

/** The lines of a question, as `readQuestion` reads them. */
export function questionLines(question: Question): string[] {
  const { prompt, feedback } = question
  const lines = prompt.split('\n').map((line) => line.replace(/^\s*(?=[-*=:`~\\\d]|right:|wrong:)/i, '$&\\'))
  const said = Object.entries(feedback).flatMap(([key, text]) => (text ? [`${key}: ${oneLine(text)}`] : []))
  return [...lines, ...answerLines(question), ...said]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const optionText = (text: string) => oneLine(text).replace(/\\/g, '\\\\').replace(/>/g, '\\>')

function answerLines(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(
        ({ correct, text, feedback }) =>
          `- [${correct ? 'x' : ' '}] ${optionText(text)}${feedback && ` > ${optionText(feedback)}`}`,
      )
    case 'truefalse':
      return [`- [${question.answer ? 'x' : ' '}] True`, `- [${question.answer ? ' ' : 'x'}] False`]
    case 'short':
      return question.accepted.map((text) => `= ${oneLine(text)}`)
    case 'numeric': {
      const { value, tolerance, unit } = question
      if (value === null) return []
      return [`= ${value}${tolerance ? ` +- ${tolerance}` : ''}${unit && ` ${oneLine(unit)}`}`]
    }
    case 'ordering':
      return question.items.map(({ text }, index) => `${index + 1}. ${oneLine(text)}`)
  }
}
