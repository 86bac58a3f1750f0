import { Check, MessageSquarePlus } from 'lucide-react'
import { quoteOfBlock } from '#course/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { type ReactionCount, type ReactionKind, reactionKinds } from '#talk/contract.ts'
import { IconButton, Menu, type MenuGroup, sayRefusal, useNumber } from '#ui'
import { reactToCourse, unreactToCourse } from '../talk.contract.ts'
import { reactionIcons } from './reaction-icons.ts'
import type { Passage } from './talk.tsx'
import { useText } from './text.ts'

interface RemarkProps {
  courseId: string
  blockId: string
  reactions: ReactionCount[]
  /** How many things were said about this passage. */
  comments: number
  onPassage: (passage: Passage) => void
  /** What else one may do here. */
  more: readonly MenuGroup[]
}

/** Beside a passage: say something about it, or react to it, without leaving it. */
export function Remark({ courseId, blockId, reactions, comments, onPassage, more }: RemarkProps) {
  const t = useText()
  const number = useNumber()
  const topics = [`talk:${courseId}`]
  const add = useWrite(reactToCourse, topics)
  const remove = useWrite(unreactToCourse, topics)
  const own = reactions.filter(({ anchor }) => anchor === blockId)
  const total = comments + own.reduce((sum, { count, mine }) => sum + (count ?? (mine ? 1 : 0)), 0)
  const say = () =>
    onPassage({ blockId, quote: quoteOfBlock(document.querySelector(`[data-block="${blockId}"]`)) })
  const react = (kind: ReactionKind, isMine: boolean) =>
    (isMine ? remove : add).mutate(
      { params: { courseId, kind }, query: { anchor: blockId } },
      { onError: sayRefusal },
    )
  const label = total > 0 ? t('learning.onBlockSome', { count: total }) : t('learning.onBlock')
  return (
    <span className="player-remark" data-said={total > 0 || undefined}>
      <Menu
        trigger={<IconButton icon={MessageSquarePlus} size="sm" look="ghost" label={label} />}
        groups={[
          {
            id: 'say',
            items: [
              { id: 'say', label: t('learning.sayHere'), icon: MessageSquarePlus, onAction: say },
              ...reactionKinds.map((kind) => {
                const found = own.find((one) => one.kind === kind)
                const isMine = found?.mine ?? false
                const word = t(`learning.react.${kind}`)
                return {
                  id: kind,
                  label: isMine ? t('learning.takeBack', { word }) : word,
                  icon: isMine ? Check : reactionIcons[kind],
                  ...(found?.count && { hint: t('learning.people', { count: found.count }) }),
                  onAction: () => react(kind, isMine),
                }
              }),
            ],
          },
          ...more,
        ]}
      />
      {total > 0 && <span aria-hidden="true">{number(total)}</span>}
    </span>
  )
}
