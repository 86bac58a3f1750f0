import { Check, CloudOff, LoaderCircle, type LucideIcon, PenLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Callout, Row } from '#ui'
import { useText } from '../text.ts'
import type { Written } from './kept.ts'
import type { SaveState, Standing } from './sending.ts'

const icons: Partial<Record<SaveState, LucideIcon>> = {
  saved: Check,
  saving: LoaderCircle,
  waiting: PenLine,
  offline: CloudOff,
}

/** Quietly, how the saving stands. Read aloud only when that is news: not at every pause in writing. */
export function SaveLine({ state }: { state: SaveState }) {
  const t = useText()
  const [said, setSaid] = useState('')
  const Icon = icons[state] ?? CloudOff
  const isNews = state !== 'saving' && state !== 'waiting'
  const news = t(`course.editor.${state}`)
  useEffect(() => {
    if (isNews) setSaid(news)
  }, [isNews, news])
  return (
    <span className="editor-saved" data-state={state}>
      <Icon size={16} aria-hidden="true" /> <span aria-hidden="true">{t(`course.editor.${state}`)}</span>
      <span className="ui-hidden" role="status">
        {said}
      </span>
    </span>
  )
}

/** What stands in the way of saving, and what to do about it. */
export function SaveTrouble({ standing, written }: { standing: Standing; written: Written }) {
  const t = useText()
  if (standing.state !== 'refused' || !standing.problem) return null
  const { faults, detail } = standing.problem
  const [fault] = faults ?? []
  const place = stepOf(fault?.pointer ?? '', written)
  return (
    <Callout tone="danger" isAlert title={t('course.editor.refused')}>
      {fault?.pointer === '/title'
        ? t('course.editor.refusedTitle')
        : place
          ? t('course.editor.refusedStep', { step: place, detail: fault?.detail ?? detail })
          : (fault?.detail ?? detail)}
    </Callout>
  )
}

/** The step that a pointer into what was sent leads to. */
const stepOf = (pointer: string, { document }: Written): string | null => {
  const [, index] = pointer.match(/^\/document\/content\/(\d+)/) ?? []
  return index === undefined ? null : (document.content[Number(index)]?.attrs.title ?? null)
}

/** Two texts exist: which one to go on with. The other is kept as a version either way. */
export function TwoTexts({ onDecide }: { onDecide: (whose: 'mine' | 'theirs') => Promise<void> }) {
  const t = useText()
  const [pending, setPending] = useState<'mine' | 'theirs' | null>(null)
  const decide = async (whose: 'mine' | 'theirs') => {
    setPending(whose)
    await onDecide(whose)
    setPending(null)
  }
  return (
    <Callout tone="warning" isAlert title={t('course.editor.two')}>
      <p>{t('course.editor.twoText')}</p>
      <Row gap={8}>
        <Button
          look="primary"
          isPending={pending === 'mine'}
          isDisabled={pending !== null}
          onPress={() => void decide('mine')}
        >
          {t('course.editor.goOnMine')}
        </Button>
        <Button
          isPending={pending === 'theirs'}
          isDisabled={pending !== null}
          onPress={() => void decide('theirs')}
        >
          {t('course.editor.goOnTheirs')}
        </Button>
      </Row>
    </Callout>
  )
}
