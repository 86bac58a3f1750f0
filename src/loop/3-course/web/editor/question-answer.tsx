import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { Button, Checkbox, IconButton, RadioGroup, Row, Stack, TextArea, TextField } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'

interface QuestionAnswerProps {
  question: Question
  onChange: (part: object) => void
}

/** What is right, by the kind of question. */
export function QuestionAnswer({ question, onChange }: QuestionAnswerProps) {
  const t = useText()
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Options question={question} onChange={onChange} />
    case 'truefalse':
      return (
        <RadioGroup
          label={t('course.editor.answer')}
          items={[
            { id: 'true', label: t('course.editor.true') },
            { id: 'false', label: t('course.editor.false') },
          ]}
          value={String(question.answer)}
          onChange={(id) => onChange({ answer: id === 'true' })}
        />
      )
    case 'short':
      return (
        <TextArea
          label={t('course.editor.accepted')}
          hint={t('course.editor.acceptedHint')}
          value={question.accepted.join('\n')}
          onChange={(text) => onChange({ accepted: text.split('\n').slice(0, 30) })}
          lines={2}
        />
      )
    case 'numeric':
      return <Numeric question={question} onChange={onChange} />
    case 'ordering':
      return <Items question={question} onChange={onChange} />
  }
}

type Choice = Extract<Question, { options: unknown }>

function Options({ question, onChange }: { question: Choice; onChange: (part: object) => void }) {
  const t = useText()
  const { options, kind } = question
  const set = (id: string, part: object) =>
    onChange({
      options: options.map((one) =>
        one.id === id
          ? { ...one, ...part }
          : 'correct' in part && kind === 'single'
            ? { ...one, correct: false }
            : one,
      ),
    })
  return (
    <Stack gap={8}>
      {options.map(({ id, text, correct }, index) => (
        <Row key={id} gap={8} isTight>
          <Checkbox isSelected={correct} onChange={(isOn) => set(id, { correct: isOn })}>
            {t('course.editor.isRight')}
          </Checkbox>
          <div className="editor-grow">
            <TextField
              label={t('course.editor.option', { number: index + 1 })}
              isLabelHidden
              placeholder={t('course.editor.option', { number: index + 1 })}
              value={text}
              onChange={(words) => set(id, { text: words })}
              maxLength={1000}
            />
          </div>
          <IconButton
            icon={Trash2}
            size="sm"
            look="ghost"
            label={t('course.editor.removeOption', { number: index + 1 })}
            isDisabled={options.length <= 2}
            onPress={() => onChange({ options: options.filter((one) => one.id !== id) })}
          />
        </Row>
      ))}
      <Button
        size="sm"
        look="ghost"
        icon={Plus}
        isDisabled={options.length >= 20}
        onPress={() =>
          onChange({ options: [...options, { id: newBlockId(), text: '', correct: false, feedback: '' }] })
        }
      >
        {t('course.editor.addOption')}
      </Button>
    </Stack>
  )
}

type NumberQuestion = Extract<Question, { kind: 'numeric' }>

function Numeric({ question, onChange }: { question: NumberQuestion; onChange: (part: object) => void }) {
  const t = useText()
  const number = (text: string) => Number(text.replace(',', '.')) || 0
  return (
    <Row gap={8}>
      <TextField
        label={t('course.editor.value')}
        inputMode="decimal"
        defaultValue={String(question.value)}
        onChange={(text) => onChange({ value: number(text) })}
      />
      <TextField
        label={t('course.editor.tolerance')}
        inputMode="decimal"
        defaultValue={String(question.tolerance)}
        onChange={(text) => onChange({ tolerance: Math.abs(number(text)) })}
      />
      <TextField
        label={t('course.editor.unit')}
        isOptional
        value={question.unit}
        onChange={(unit) => onChange({ unit })}
        maxLength={40}
      />
    </Row>
  )
}

type OrderQuestion = Extract<Question, { kind: 'ordering' }>

function Items({ question, onChange }: { question: OrderQuestion; onChange: (part: object) => void }) {
  const t = useText()
  const { items } = question
  const move = (from: number, to: number) => {
    const next = [...items]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    onChange({ items: next })
  }
  return (
    <Stack gap={8}>
      <p className="ui-muted">{t('course.editor.rightOrder')}</p>
      {items.map(({ id, text }, index) => (
        <Row key={id} gap={8} isTight>
          <div className="editor-grow">
            <TextField
              label={t('course.editor.option', { number: index + 1 })}
              isLabelHidden
              value={text}
              onChange={(words) =>
                onChange({ items: items.map((one) => (one.id === id ? { id, text: words } : one)) })
              }
              maxLength={1000}
            />
          </div>
          <IconButton
            icon={ArrowUp}
            size="sm"
            look="ghost"
            label={t('course.editor.up')}
            isDisabled={index === 0}
            onPress={() => move(index, index - 1)}
          />
          <IconButton
            icon={ArrowDown}
            size="sm"
            look="ghost"
            label={t('course.editor.down')}
            isDisabled={index === items.length - 1}
            onPress={() => move(index, index + 1)}
          />
        </Row>
      ))}
      <Button
        size="sm"
        look="ghost"
        icon={Plus}
        isDisabled={items.length >= 20}
        onPress={() => onChange({ items: [...items, { id: newBlockId(), text: '' }] })}
      >
        {t('course.editor.addOption')}
      </Button>
    </Stack>
  )
}
