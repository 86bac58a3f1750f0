import { useWrite } from '#platform/web/use'
import { Button, Form, Row, SegmentedControl, TextArea } from '#ui'
import { type Finding, makeFinding } from '../contract.ts'
import { keyOfFinding, useKept } from './kept.ts'
import { useText } from './text.ts'
import './finding.css'

type Severity = Finding['severity']
const severities: Severity[] = ['must', 'should', 'note']
const nothing = { body: '', suggestion: '', severity: 'should' as Severity, quote: '' }

interface FindingFormProps {
  reviewId: string
  blockId: string
  quote: string
  onDone: () => void
}

/** A comment on a block. What is written is kept until it is added, also when the window closes. */
export function FindingForm({ reviewId, blockId, quote, onDone }: FindingFormProps) {
  const t = useText()
  const [words, keep, forget] = useKept(keyOfFinding(reviewId, blockId), { ...nothing, quote })
  const make = useWrite(makeFinding, ['reviews'])
  const change = (part: Partial<typeof nothing>) => keep({ ...words, ...part })
  const done = () => {
    forget()
    onDone()
  }
  const send = () => {
    const { suggestion, ...rest } = words
    const body = { ...rest, blockId, suggestion: suggestion.trim() || null }
    make.mutate({ params: { reviewId }, body }, { onSuccess: done })
  }
  return (
    <div className="finding" data-severity={words.severity}>
      <Form onSubmit={send} error={make.error}>
        {words.quote && <span className="finding-quote">{t('validation.on', { quote: words.quote })}</span>}
        <TextArea
          label={t('validation.body')}
          name="body"
          value={words.body}
          onChange={(body) => change({ body })}
          onSend={send}
          maxLength={4000}
          isRequired
          autoFocus
        />
        <SegmentedControl<Severity>
          label={t('validation.severity')}
          items={severities.map((id) => ({ id, label: t(`validation.severity.${id}`) }))}
          value={words.severity}
          onChange={(severity) => change({ severity })}
        />
        <TextArea
          label={t('validation.suggestion')}
          name="suggestion"
          hint={t('validation.suggestionHint')}
          value={words.suggestion}
          onChange={(suggestion) => change({ suggestion })}
          onSend={send}
          maxLength={4000}
          lines={2}
          isOptional
        />
        <Row gap={8}>
          <Button type="submit" look="primary" size="sm" isPending={make.isPending}>
            {t('validation.keep')}
          </Button>
          <Button size="sm" look="ghost" onPress={done}>
            {t('validation.discard')}
          </Button>
          <small className="ui-muted">{t('validation.kept')}</small>
        </Row>
      </Form>
    </div>
  )
}
