import { MessageSquarePlus, Timer } from 'lucide-react'
import { Button, Chip, IconButton } from '#ui'
import { FindingForm } from './finding-form.tsx'
import { useDrafts } from './kept.ts'
import { OwnFinding } from './own-finding.tsx'
import { atTime, wholeOf } from './passage.ts'
import type { Placed } from './placed.ts'
import { PointButton } from './points.tsx'
import { useRoom } from './room.ts'
import { Seconds } from './seconds.tsx'
import { useText } from './text.ts'
import { WordChanges } from './word-changes.tsx'

/** What follows a block: what changed in it, what was found, and the ways to say something. */
export function Beside({ blockId }: { blockId: string }) {
  const t = useText()
  const { review, places, placed, passage, open, show, root, blocks } = useRoom()
  const here = (id: string) => places.get(id) === blockId
  const found = placed.filter(({ finding }) => here(finding.blockId))
  const draft = useDrafts(review.id, false).find((one) => here(one.blockId))
  const isOpen = passage !== null && here(passage.blockId)
  const change = review.changes.flatMap(({ blocks }) => blocks).find(({ id }) => here(id))
  const type = blocks.get(blockId)?.type
  const choose = () => open(wholeOf(root.current, draft?.blockId ?? blockId))
  return (
    <div className="review-beside" data-beside={blockId}>
      {change && <Chip tone="gold">{t(`validation.change.${change.kind}`)}</Chip>}
      {type === 'video' && <Seconds blockId={blockId} />}
      {type === 'embed' && review.can.judge && !isOpen && (
        <Button size="sm" look="ghost" icon={Timer} onPress={() => open(atTime(blockId, 0))}>
          {t('validation.commentMoment')}
        </Button>
      )}
      {type === 'image' && <PointButton blockId={blockId} />}
      {review.can.judge && !isOpen && (
        <IconButton
          icon={MessageSquarePlus}
          size="sm"
          look={draft ? 'soft' : 'ghost'}
          keys="c"
          label={draft ? t('validation.goOn') : t('validation.comment')}
          hasDot={draft !== undefined}
          onPress={choose}
        />
      )}
      {change?.kind === 'changed' && <WordChanges words={change.words} />}
      {found.map((one) => (
        <OwnFinding
          key={one.finding.id}
          review={review}
          finding={one.finding}
          onShow={() => show(one.finding)}
          isChanged={changeOf(one)}
        />
      ))}
      {isOpen && <FindingForm key={passage.blockId} passage={passage} />}
    </div>
  )
}

/** Whether the words of a finding are still what they were. */
function changeOf({ finding, words }: Placed): 'similar' | 'gone' | undefined {
  if (finding.anchor.kind !== 'range' || words?.how === 'exact') return undefined
  return words ? 'similar' : 'gone'
}
