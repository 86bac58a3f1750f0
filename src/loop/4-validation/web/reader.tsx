import { ChevronLeft, ChevronRight, MessageSquarePlus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { Step } from '#course/document/schema.ts'
import { Blocks } from '#course/web/index.tsx'
import { linkTo, paths } from '#paths'
import { Chip, IconButton, LinkButton, useShortcut } from '#ui'
import type { Finding, Review } from '../contract.ts'
import { FindingForm } from './finding-form.tsx'
import { isFindingKept } from './kept.ts'
import { OwnFinding } from './own-finding.tsx'
import { type Passage, quoteOf, usePassages } from './passage.ts'
import { findingsIn, placesOf } from './places.ts'
import { QuestionView } from './question-view.tsx'
import { useText } from './text.ts'

interface ReaderProps {
  review: Review
  step: Step
}

/** One step of the version under review, with findings under their passages and the way to make one. */
export function Reader({ review, step }: ReaderProps) {
  const article = useRef<HTMLElement>(null)
  const places = useMemo(() => placesOf(step), [step])
  const [passage, setPassage] = useState<Passage | null>(null)
  usePassages(article, places, review.can.judge ? setPassage : null)
  const hrefOf = (id: string) => linkTo(paths.review, { reviewId: review.id }, { query: { step: id } })
  const done = () => {
    const blockId = passage?.blockId
    setPassage(null)
    article.current?.querySelector<HTMLElement>(`[data-beside="${blockId}"] button`)?.focus()
  }
  return (
    <article className="review-doc" ref={article} data-open={review.can.judge || undefined}>
      <h2>{step.attrs.title}</h2>
      <Blocks
        blocks={step.content}
        stepHref={hrefOf}
        renderQuestion={(question) => <QuestionView question={question} />}
        after={(blockId) => (
          <Beside
            review={review}
            blockId={blockId}
            places={places}
            passage={passage?.blockId === blockId ? passage : null}
            onChoose={() => setPassage({ blockId, quote: quoteOf(article.current, blockId) })}
            onDone={done}
          />
        )}
      />
      <Gone review={review} step={step} />
      <Turn review={review} step={step} hrefOf={hrefOf} />
    </article>
  )
}

interface BesideProps {
  review: Review
  blockId: string
  places: Map<string, string>
  passage: Passage | null
  onChoose: () => void
  onDone: () => void
}

/** What follows a block: whether it changed, what was found, and the way to say something. */
function Beside({ review, blockId, places, passage, onChoose, onDone }: BesideProps) {
  const t = useText()
  const here = (id: string) => places.get(id) === blockId
  const found = findingsIn(review).filter((finding) => here(finding.blockId))
  const isKept = review.can.judge && isFindingKept(review.id, blockId)
  const isChanged = review.changedSinceLastRound.some(here)
  return (
    <div className="review-beside" data-beside={blockId}>
      {isChanged && <Chip tone="gold">{t('validation.changed')}</Chip>}
      {review.can.judge && !passage && (
        <IconButton
          icon={MessageSquarePlus}
          size="sm"
          look={isKept ? 'soft' : 'ghost'}
          keys="c"
          label={isKept ? t('validation.goOn') : t('validation.comment')}
          hasDot={isKept}
          onPress={onChoose}
        />
      )}
      {found.map((finding) => (
        <OwnFinding key={finding.id} review={review} finding={finding} />
      ))}
      {passage && <FindingForm reviewId={review.id} {...passage} onDone={onDone} />}
    </div>
  )
}

/** Findings whose passage is in no step of this version any more: shown once, with the first step. */
function Gone({ review, step }: ReaderProps) {
  const t = useText()
  const { content } = review.document
  const gone = useMemo(() => {
    const known = content.map(placesOf)
    return (finding: Finding) => !known.some((places) => places.has(finding.blockId))
  }, [content])
  const found = content[0]?.attrs.id === step.attrs.id ? findingsIn(review).filter(gone) : []
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

interface TurnProps extends ReaderProps {
  hrefOf: (stepId: string) => string
}

/** To the step before and the next one. */
function Turn({ review, step, hrefOf }: TurnProps) {
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
