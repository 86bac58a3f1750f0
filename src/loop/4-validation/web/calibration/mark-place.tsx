import { Flag } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWrite } from '#platform/web/use'
import { Button, Chip, Form, Row, Select, sayRefusal, TextArea } from '#ui'
import { type Mark, markPractice } from '../../calibration.contract.ts'
import { usualCriteria } from '../../criteria/names.ts'
import { useKept } from '../kept.ts'
import { useText } from '../text.ts'

interface MarkPlaceProps {
  practiceKey: string
  place: string
  /** What stands there, to tell one button from another. */
  quote: string
  mark: Mark | undefined
  /** It is about a whole step, not about a block. */
  isStep: boolean
}

/** Says that something is wrong with a block or step, and what it is about. */
export function MarkPlace(props: MarkPlaceProps) {
  const { practiceKey, place, quote, mark, isStep } = props
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLDivElement>(null)
  const write = useWrite(markPractice, ['practice'])
  const close = () => {
    flushSync(() => setOpen(false))
    button.current?.querySelector('button')?.focus()
  }
  const params = { practice: practiceKey, place }
  const takeBack = () =>
    write.mutate({ params, body: { criterion: null } }, { onSuccess: close, onError: sayRefusal })
  const begin = t(isStep ? 'validation.practice.markStep' : 'validation.practice.mark')
  const say = mark ? t('validation.practice.changeMark') : begin
  const labelled = (words: string) => t('validation.practice.markOf', { words, quote })
  if (isOpen) return <MarkForm {...props} onClose={close} />
  return (
    <div className="practice-beside" ref={button} data-mark={mark ? true : undefined}>
      {mark && <OwnMark mark={mark} />}
      <Row gap={8}>
        <Button size="sm" look="ghost" icon={Flag} aria-label={labelled(say)} onPress={() => setOpen(true)}>
          {say}
        </Button>
        {mark && (
          <Button
            size="sm"
            look="ghost"
            aria-label={labelled(t('validation.practice.takeBack'))}
            isPending={write.isPending}
            onPress={takeBack}
          >
            {t('validation.practice.takeBack')}
          </Button>
        )}
      </Row>
    </div>
  )
}

/** What one said oneself. */
export function OwnMark({ mark: { criterion, note } }: { mark: Mark }) {
  const t = useText()
  return (
    <div className="practice-mark">
      <Chip tone="warm" icon={Flag}>
        {t(`validation.practice.about.${criterion}`)}
      </Chip>
      {note && <p>{note}</p>}
    </div>
  )
}

type Draft = Pick<Mark, 'note'> & { criterion: Mark['criterion'] | null }

function MarkForm({ practiceKey, place, mark, onClose }: MarkPlaceProps & { onClose: () => void }) {
  const t = useText()
  const begun: Draft = { criterion: mark?.criterion ?? null, note: mark?.note ?? '' }
  const [draft, keep, forget] = useKept<Draft>(`cairn:practice:${practiceKey}:${place}`, begun)
  const write = useWrite(markPractice, ['practice'])
  const done = () => {
    forget()
    onClose()
  }
  const save = () =>
    write.mutate({ params: { practice: practiceKey, place }, body: draft }, { onSuccess: done })
  return (
    <div className="practice-form">
      <Form onSubmit={save} error={write.error}>
        <Select
          label={t('validation.practice.what')}
          placeholder={t('validation.practice.choose')}
          items={usualCriteria.map((id) => ({ id, label: t(`validation.practice.about.${id}`) }))}
          value={draft.criterion}
          onChange={(criterion) => keep({ ...draft, criterion })}
          isRequired
        />
        <TextArea
          label={t('validation.practice.note')}
          name="note"
          value={draft.note}
          onChange={(note) => keep({ ...draft, note })}
          onSend={save}
          maxLength={1000}
          lines={2}
          isOptional
        />
        <Row gap={8}>
          <Button type="submit" look="primary" size="sm" isPending={write.isPending}>
            {t('validation.practice.save')}
          </Button>
          <Button size="sm" look="ghost" onPress={done}>
            {t('validation.practice.cancel')}
          </Button>
        </Row>
      </Form>
    </div>
  )
}
