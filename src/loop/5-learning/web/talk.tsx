import { X } from 'lucide-react'
import { useState } from 'react'
import { useList, useWhole } from '#platform/web/use'
import { Chip, ErrorState, IconButton, ShowMore, SkeletonRows, useNumber } from '#ui'
import { listCourseComments } from '../talk.contract.ts'
import type { TalkedOf } from './course-types.ts'
import { Say } from './say.tsx'
import { useText } from './text.ts'
import { Thread } from './thread.tsx'
import './talk.css'

/** A passage one wants to say something about. */
export interface Passage {
  blockId: string
  quote: string
}

export interface TalkProps {
  course: TalkedOf
  stepId: string
  /** How many things were said on the step. */
  count: number
  passage: Passage | null
  onPassage: (passage: Passage | null) => void
}

const commentsAPage = 50

/** What people say on a step, with answers; and the place to say something oneself. */
export function Talk({ course, stepId, count, passage, onPassage }: TalkProps) {
  const t = useText()
  const number = useNumber()
  // The latest words come last: who has said some reads on to them.
  const [hasSpoken, setSpoken] = useState(false)
  const onSpoken = () => setSpoken(true)
  return (
    <section className="learning-talk" aria-label={t('learning.talk')}>
      <h2>
        {t('learning.talk')} {count > 0 && <Chip>{number(count)}</Chip>}
      </h2>
      <Threads course={course} stepId={stepId} isWhole={hasSpoken} onSpoken={onSpoken} />
      {passage && (
        <div className="learning-passage">
          <span>{t('learning.about', { quote: passage.quote })}</span>
          <IconButton
            icon={X}
            size="sm"
            look="ghost"
            label={t('learning.aboutNothing')}
            onPress={() => onPassage(null)}
          />
        </div>
      )}
      <Say
        courseId={course.id}
        groupId={course.group.id}
        label={t('learning.say')}
        at={{ anchor: passage?.blockId ?? stepId, quote: passage?.quote ?? '' }}
        onSaid={() => {
          onPassage(null)
          onSpoken()
        }}
      />
    </section>
  )
}

interface ThreadsProps {
  course: TalkedOf
  stepId: string
  /** Whether all of it is wanted, and not only a page. */
  isWhole: boolean
  onSpoken: () => void
}

function Threads({ course, stepId, isWhole, onSpoken }: ThreadsProps) {
  const t = useText()
  const query = { stepId, limit: commentsAPage }
  const list = useList(
    listCourseComments,
    { params: { courseId: course.id }, query },
    { topics: [`talk:${course.id}`] },
  )
  useWhole(list, isWhole)
  const roots = list.items.filter(({ parentId }) => parentId === null)
  if (list.isPending) return <SkeletonRows rows={2} />
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (roots.length === 0) return <p className="ui-muted">{t('learning.talkEmpty')}</p>
  return (
    <>
      {roots.map((root) => (
        <Thread
          key={root.id}
          root={root}
          answers={list.items.filter(({ parentId }) => parentId === root.id)}
          course={course}
          onSpoken={onSpoken}
        />
      ))}
      <ShowMore list={list} />
    </>
  )
}
