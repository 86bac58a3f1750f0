import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newBlockId } from '#course/document/blocks.ts'
import type { Question } from '#course/document/schema.ts'
import { Button, Row, TextField } from '#ui'
import type { NewContent } from './new-content.ts'
import { useText } from './text.ts'

interface Wrong {
  text: string
  why: string
}
interface Said {
  prompt: string
  right: string
  wrong: Wrong[]
}
/** More wrong answers than this nobody reads on a phone. */
const mostWrong = 4

/** As it would be asked; null while something is missing. */
function questionOf({ prompt, right, wrong }: Said): Question | null {
  const given = wrong.filter(({ text }) => text.trim() !== '')
  const isWhole = [prompt, right].every((text) => text.trim() !== '') && given.length > 0
  if (!isWhole || given.some(({ why }) => why.trim() === '')) return null
  const option = (text: string, correct: boolean, feedback: string) => ({
    ...{ id: newBlockId(), text: text.trim(), correct, feedback: feedback.trim() },
  })
  return {
    ...{ id: newBlockId(), kind: 'single', prompt: prompt.trim(), points: 1 },
    feedback: { right: '', wrong: '' },
    options: [option(right, true, ''), ...given.map(({ text, why }) => option(text, false, why))],
  }
}

/** A question with its right answer, and wrong ones that say why they are wrong. */
export function QuestionFields({ onChange }: { onChange: (content: NewContent | null) => void }) {
  const t = useText()
  const [said, set] = useState<Said>({ prompt: '', right: '', wrong: [{ text: '', why: '' }] })
  const write = (part: Partial<Said>) => {
    const next = { ...said, ...part }
    set(next)
    const question = questionOf(next)
    onChange(question && { kind: 'question', question })
  }
  const writeWrong = (at: number, part: Partial<Wrong>) =>
    write({ wrong: said.wrong.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const field = (label: string, name: string, value: string, onWrite: (text: string) => void) => (
    <TextField label={label} name={name} value={value} onChange={onWrite} maxLength={1000} isRequired />
  )
  return (
    <>
      {field(t('ladder.question.prompt'), 'prompt', said.prompt, (prompt) => write({ prompt }))}
      {field(t('ladder.question.right'), 'right', said.right, (right) => write({ right }))}
      {said.wrong.map(({ text, why }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and none is taken out
        <div key={at} className="ladder-wrong">
          {field(t('ladder.question.wrong', { at: at + 1 }), `wrong${at}`, text, (next) =>
            writeWrong(at, { text: next }),
          )}
          {field(t('ladder.question.why', { at: at + 1 }), `why${at}`, why, (next) =>
            writeWrong(at, { why: next }),
          )}
        </div>
      ))}
      {said.wrong.length < mostWrong && (
        <Row>
          <Button
            size="sm"
            look="ghost"
            icon={Plus}
            onPress={() => write({ wrong: [...said.wrong, { text: '', why: '' }] })}
          >
            {t('ladder.question.more')}
          </Button>
        </Row>
      )}
    </>
  )
}
