import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Form, RadioGroup, Row, TextArea } from '#ui'
import { makeFinding } from '../contract.ts'
import { useText } from './text.ts'

type Severity = 'must' | 'should' | 'note'
interface Words {
  body: string
  suggestion: string
  severity: Severity
}

interface FindingFormProps {
  reviewId: string
  blockId: string
  quote: string
  onDone: () => void
}

/** A comment on a block. What is written is kept until it is sent, also when the window closes. */
export function FindingForm({ reviewId, blockId, quote, onDone }: FindingFormProps) {
  const t = useText()
  const key = `cairn:finding:${reviewId}:${blockId}`
  const empty: Words = { body: '', suggestion: '', severity: 'should' }
  const [words, setWords] = useState<Words>(() => JSON.parse(localStorage.getItem(key) ?? 'null') ?? empty)
  const make = useWrite(makeFinding, ['reviews'])
  const change = (part: Partial<Words>) => {
    const next = { ...words, ...part }
    setWords(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  const onSuccess = () => {
    localStorage.removeItem(key)
    onDone()
  }
  const send = () => {
    const { body, suggestion, severity } = words
    const input = { blockId, quote, severity, body, suggestion: suggestion || null }
    make.mutate({ params: { reviewId }, body: input }, { onSuccess })
  }
  return (
    <div className="validation-form">
      <Form onSubmit={send} error={make.error?.problem.faults?.[0]?.detail ?? make.error?.problem.detail}>
        <TextArea
          label={t('validation.finding')}
          value={words.body}
          onChange={(body) => change({ body })}
          onSend={send}
          maxLength={4000}
          isRequired
          autoFocus
        />
        <RadioGroup<Severity>
          label={t('validation.severity')}
          items={(['must', 'should', 'note'] as const).map((id) => ({
            id,
            label: t(`validation.severity.${id}`),
          }))}
          value={words.severity}
          onChange={(severity) => change({ severity })}
        />
        <TextArea
          label={t('validation.suggestion')}
          isOptional
          value={words.suggestion}
          onChange={(suggestion) => change({ suggestion })}
          maxLength={4000}
        />
        <Row>
          <Button type="submit" look="primary" size="sm" isPending={make.isPending}>
            {t('validation.add')}
          </Button>
          <Button size="sm" look="ghost" onPress={onDone}>
            {t('validation.cancel')}
          </Button>
        </Row>
      </Form>
    </div>
  )
}
