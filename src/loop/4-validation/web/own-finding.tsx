import { Trash2 } from 'lucide-react'
import { useWrite } from '#platform/web/use'
import { Button, sayRefusal, toast } from '#ui'
import { type Finding, makeFinding, type Review, removeFinding } from '../contract.ts'
import type { Anchor, NewAnchor } from '../finding.contract.ts'
import { FindingView } from './finding-view.tsx'
import { useText } from './text.ts'

interface OwnFindingProps {
  review: Review
  finding: Finding
  onShow?: (() => void) | undefined
  /** Its words are not where they were, or not at all. */
  isChanged?: 'similar' | 'gone' | undefined
}

const asNew = (anchor: Anchor): NewAnchor =>
  anchor.kind === 'range' ? { kind: 'range', start: anchor.start, quote: anchor.quote } : anchor

/** A finding in the review room: who made it may take it back, and bring it back from the message that says so. */
export function OwnFinding({ review, finding, onShow, isChanged }: OwnFindingProps) {
  const t = useText()
  const remove = useWrite(removeFinding, ['reviews'])
  const make = useWrite(makeFinding, ['reviews'])
  const bringBack = () => {
    const { blockId, quote, anchor, severity, body, suggestion } = finding
    make.mutate(
      {
        params: { reviewId: review.id },
        body: { blockId, quote: quote.slice(0, 500), anchor: asNew(anchor), severity, body, suggestion },
      },
      { onError: sayRefusal },
    )
  }
  const takeBack = () =>
    remove.mutate(
      { params: { findingId: finding.id } },
      {
        onSuccess: () => void toast({ text: t('validation.removed'), undo: bringBack }),
        onError: sayRefusal,
      },
    )
  return (
    <FindingView finding={finding} courseId={review.courseId} onShow={onShow} inRound={review.round}>
      {isChanged && <small className="ui-muted">{t(`validation.words.${isChanged}`)}</small>}
      {finding.can.remove && (
        <Button size="sm" look="ghost" icon={Trash2} isPending={remove.isPending} onPress={takeBack}>
          {t('validation.remove')}
        </Button>
      )}
    </FindingView>
  )
}
