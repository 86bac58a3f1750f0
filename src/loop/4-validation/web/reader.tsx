import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { idOf } from '#course/document/blocks.ts'
import type { Step } from '#course/document/schema.ts'
import { Blocks } from '#course/web/index.tsx'
import { LinkButton, useShortcut } from '#ui'
import type { Finding, Review } from '../contract.ts'
import { Beside } from './beside.tsx'
import { Choosing } from './choosing.tsx'
import { OwnFinding } from './own-finding.tsx'
import { usePassages, wholeOf } from './passage.ts'
import { findingsIn, placesOf } from './places.ts'
import { Points } from './points.tsx'
import { QuestionView } from './question-view.tsx'
import { type Room, RoomProvider } from './room.ts'
import { useText } from './text.ts'
import { useRoomOf } from './use-room.ts'
import { TakenOut } from './word-changes.tsx'

interface ReaderProps {
  review: Review
  step: Step
  /** Shows only what changed since the round before. */
  isOnlyChanged: boolean
  hrefOf: (stepId: string) => string
}

/** One step of the version under review, with findings under their passages and the ways to make one. */
export function Reader({ review, step, isOnlyChanged, hrefOf }: ReaderProps) {
  const t = useText()
  const room = useRoomOf(review, step)
  usePassages(room, review.can.judge ? room.open : null)
  useWantedPassage(room)
  const changed = new Set(review.changedSinceLastRound)
  const blocks = isOnlyChanged ? step.content.filter((block) => changed.has(idOf(block))) : step.content
  return (
    <RoomProvider value={room}>
      <article className="review-doc" ref={room.root} data-open={review.can.judge || undefined}>
        <h2>{step.attrs.title}</h2>
        {blocks.length === 0 && <p className="review-quiet">{t('validation.nothingChanged')}</p>}
        <Blocks
          blocks={blocks}
          stepHref={hrefOf}
          renderQuestion={(question) => <QuestionView question={question} />}
          over={(blockId) => <Points blockId={blockId} />}
          after={(blockId) => <Beside blockId={blockId} />}
        />
        <Choosing />
        <TakenOut review={review} stepId={step.attrs.id} />
        <Gone review={review} step={step} />
        <Turn review={review} step={step} hrefOf={hrefOf} />
      </article>
    </RoomProvider>
  )
}

/** Goes on with a draft that a link names by its block. */
function useWantedPassage({ review, root, blocks, open }: Room): void {
  const [search] = useSearchParams()
  const wanted = search.get('block')
  const begin = useRef<(blockId: string) => void>(() => undefined)
  begin.current = (blockId) => {
    if (review.can.judge && blocks.has(blockId)) open(wholeOf(root.current, blockId))
  }
  useEffect(() => {
    if (wanted) begin.current(wanted)
  }, [wanted])
}

/** Findings whose passage is in no step of this version any more: with the step it was in, else with the first one. */
function Gone({ review, step }: Pick<ReaderProps, 'review' | 'step'>) {
  const t = useText()
  const { content } = review.document
  const gone = useMemo(() => {
    const known = content.map(placesOf)
    const steps = content.map(({ attrs }) => attrs.id)
    return ({ blockId, stepId }: Finding) =>
      !known.some((places) => places.has(blockId)) &&
      (stepId !== null && steps.includes(stepId) ? stepId : steps[0]) === step.attrs.id
  }, [content, step])
  const found = findingsIn(review).filter(gone)
  if (found.length === 0) return null
  return (
    <section className="review-gone">
      <h3>{t('validation.elsewhere')}</h3>
      {found.map((finding) => (
        <OwnFinding key={finding.id} review={review} finding={finding} />
      ))}
    </section>
  )
}

/** To the step before and the next one. */
function Turn({ review, step, hrefOf }: Omit<ReaderProps, 'isOnlyChanged'>) {
  const t = useText()
  const steps = review.document.content
  const at = steps.indexOf(step)
  const [before, next] = [steps[at - 1], steps[at + 1]]
  const words = { label: t('validation.nextStep'), group: t('validation.keys') }
  const link = useRef<HTMLElement>(null)
  const press = (which: string) => () => link.current?.querySelector<HTMLElement>(which)?.click()
  useShortcut('right', next ? press('[data-turn="next"]') : null, words)
  useShortcut('left', before ? press('[data-turn="before"]') : null, {
    ...words,
    label: t('validation.previousStep'),
  })
  return (
    <footer className="review-turn" ref={link}>
      {before && (
        <LinkButton icon={ChevronLeft} href={hrefOf(before.attrs.id)} data-turn="before">
          {t('validation.previousStep')}
        </LinkButton>
      )}
      {next && (
        <LinkButton iconAfter={ChevronRight} href={hrefOf(next.attrs.id)} data-turn="next">
          {t('validation.nextStep')}
        </LinkButton>
      )}
    </footer>
  )
}
