import { useEffect, useRef } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Form, Row, SegmentedControl, TextArea } from '#ui'
import { type Finding, makeFinding } from '../contract.ts'
import { type FindingDraft, findDraft, keyOfFinding, useKept, useOpenDraft } from './kept.ts'
import type { Passage } from './passage.ts'
import { useRoom } from './room.ts'
import { useText } from './text.ts'
import { Where } from './where.tsx'
import './finding.css'

type Severity = Finding['severity']
const severities: Severity[] = ['must', 'should', 'note']
const nothing = { body: '', suggestion: '', severity: 'should' as Severity }

/** A draft of a comment, kept under its block until it is sent; `passage` says what of the block is meant now. */
function useDraft(reviewId: string, passage: Passage) {
  const { blockId } = passage
  useOpenDraft(reviewId, blockId)
  const begun = findDraft(reviewId, blockId)
  const [kept, keep, forget] = useKept<FindingDraft>(keyOfFinding(reviewId, blockId), {
    ...nothing,
    ...passage,
  })
  const draft: FindingDraft = { ...nothing, ...kept, ...passage }
  const change = (part: Partial<typeof nothing>) => keep({ ...draft, ...part })
  const latest = useRef(draft)
  latest.current = draft
  const isBegun = begun !== null
  // What is meant may change after the words were written.
  useEffect(() => {
    if (isBegun && JSON.stringify(kept.anchor) !== JSON.stringify(passage.anchor)) keep(latest.current)
  })
  return { draft, latest, change, forget }
}

/** What was written since a text was sent: behind it, or another one in its place. */
const restOf = (now: string, sent: string): string =>
  now.startsWith(sent) ? now.slice(sent.length).trimStart() : now

/** A comment on a passage. What is written is kept until it is added, also when the window closes. */
export function FindingForm({ passage }: { passage: Passage }) {
  const t = useText()
  const { review, close, texts } = useRoom()
  const { draft, latest, change, forget } = useDraft(review.id, passage)
  const make = useWrite(makeFinding, ['reviews'])
  const done = () => {
    forget()
    close(passage.blockId)
  }
  const send = () => {
    const { suggestion, ...rest } = draft
    const body = { ...rest, suggestion: suggestion.trim() || null }
    const onSuccess = () => {
      const { body, suggestion } = latest.current
      const isMore = body !== draft.body || suggestion !== draft.suggestion
      // Who wrote on meanwhile goes on with that.
      if (isMore) change({ body: restOf(body, draft.body), suggestion: restOf(suggestion, draft.suggestion) })
      else done()
    }
    make.mutate({ params: { reviewId: review.id }, body }, { onSuccess })
  }
  const whole = texts.get(passage.blockId)
  const replaced = passage.anchor.kind === 'range' ? passage.anchor.quote : whole
  return (
    <div className="finding" data-severity={draft.severity}>
      <Form onSubmit={send} error={make.error}>
        <Where passage={passage} />
        <TextArea
          label={t('validation.body')}
          name="body"
          value={draft.body}
          onChange={(body) => change({ body })}
          onSend={send}
          maxLength={4000}
          isRequired
          autoFocus
        />
        <SegmentedControl<Severity>
          label={t('validation.severity')}
          items={severities.map((id) => ({ id, label: t(`validation.severity.${id}`) }))}
          value={draft.severity}
          onChange={(severity) => change({ severity })}
        />
        <BetterWords
          value={draft.suggestion}
          replaced={replaced}
          onChange={(suggestion) => change({ suggestion })}
          onSend={send}
        />
        <Row gap={8}>
          <Button type="submit" look="primary" size="sm" isPending={make.isPending}>
            {t('validation.keep')}
          </Button>
          <Button size="sm" look="ghost" onPress={() => close(passage.blockId)}>
            {t('validation.later')}
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

interface BetterWordsProps {
  value: string
  /** The words that the author can have replaced in one go; undefined where only ideas can be given. */
  replaced: string | undefined
  onChange: (words: string) => void
  onSend: () => void
}

/** What to write instead: begun from the words that are there, when they can be replaced. */
function BetterWords({ value, replaced, onChange, onSend }: BetterWordsProps) {
  const t = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const begin = () => {
    onChange(replaced ?? '')
    field.current?.focus()
  }
  return (
    <>
      <TextArea
        label={t('validation.suggestion')}
        name="suggestion"
        hint={replaced ? t('validation.suggestionReplaces') : t('validation.suggestionHint')}
        value={value}
        onChange={onChange}
        onSend={onSend}
        maxLength={4000}
        lines={2}
        isOptional
        ref={field}
      />
      {replaced && replaced.length <= 4000 && value === '' && (
        <Button size="sm" look="ghost" onPress={begin}>
          {t('validation.beginWithText')}
        </Button>
      )}
    </>
  )
}
