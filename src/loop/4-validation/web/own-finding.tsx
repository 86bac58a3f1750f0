import { Trash2 } from 'lucide-react'
import { useWrite } from '#platform/web/use'
import { Button, sayRefusal, toast } from '#ui'
import { type Finding, makeFinding, type Review, removeFinding } from '../contract.ts'
import { FindingView } from './finding-view.tsx'
import { useText } from './text.ts'

/** A finding in the review room: who made it may take it back, and bring it back from the message that says so. */
export function OwnFinding({ review, finding }: { review: Review; finding: Finding }) {
  const t = useText()
  const remove = useWrite(removeFinding, ['reviews'])
  const make = useWrite(makeFinding, ['reviews'])
  const bringBack = () => {
    const { blockId, quote, severity, body, suggestion } = finding
    make.mutate({ params: { reviewId: review.id }, body: { blockId, quote, severity, body, suggestion } })
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
    <FindingView finding={finding}>
      {finding.can.remove && (
        <Button size="sm" look="ghost" icon={Trash2} isPending={remove.isPending} onPress={takeBack}>
          {t('validation.remove')}
        </Button>
      )}
    </FindingView>
  )
}
