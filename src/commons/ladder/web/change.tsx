import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, TextArea, TextField } from '#ui'
import { type Contribution, changeContribution } from '../contribution.contract.ts'
import { useText } from './text.ts'

type Content = Contribution['content']

/** The words of a contribution that one may say otherwise: a short line, a long text; and the content with them. */
function wordsOf(content: Content): { line: string | null; text: string | null } {
  switch (content.kind) {
    case 'edit':
      return { line: content.why, text: content.words }
    case 'tip':
      return { line: null, text: content.text }
    case 'step':
      return { line: content.title, text: content.text }
    case 'clip':
      return { line: content.caption, text: null }
    case 'question':
      return { line: content.question.prompt, text: null }
  }
}

function withWords(content: Content, line: string, text: string): Content {
  switch (content.kind) {
    case 'edit':
      return { ...content, why: line, words: text }
    case 'tip':
      return { ...content, text }
    case 'step':
      return { ...content, title: line, text }
    case 'clip':
      return { ...content, caption: line }
    case 'question':
      return { ...content, question: { ...content.question, prompt: line } }
  }
}

/** For whoever gave it: to say it otherwise, as long as nobody has decided. */
export function Change({ contribution }: { contribution: Contribution }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" icon={PencilLine} onPress={() => setOpen(true)}>
        {t('ladder.change')}
      </Button>
      {isOpen && <ChangeDialog contribution={contribution} onClose={() => setOpen(false)} />}
    </>
  )
}

function ChangeDialog({ contribution, onClose }: { contribution: Contribution; onClose: () => void }) {
  const t = useText()
  const { id, content, kind } = contribution
  const first = wordsOf(content)
  const [line, setLine] = useState(first.line ?? '')
  const [text, setText] = useState(first.text ?? '')
  const change = useWrite(changeContribution, ['contributions'])
  const send = () =>
    change.mutate(
      { params: { contributionId: id }, body: { content: withWords(content, line, text) } },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t('ladder.change')} isOpen onOpenChange={onClose}>
      <Form onSubmit={send} error={change.error}>
        {first.line !== null && (
          <TextField
            label={t(`ladder.line.${kind}`)}
            name="line"
            value={line}
            onChange={setLine}
            maxLength={kind === 'edit' ? 500 : kind === 'step' ? 120 : 300}
          />
        )}
        {first.text !== null && (
          <TextArea
            label={t(
              kind === 'edit' ? 'ladder.edit.words' : kind === 'tip' ? 'ladder.tip.text' : 'ladder.step.text',
            )}
            name="text"
            value={text}
            onChange={setText}
            maxLength={kind === 'tip' ? 600 : 8000}
            lines={4}
          />
        )}
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('ladder.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
