import { Check, Undo2 } from 'lucide-react'
import { useContext } from 'react'
import { useWrite } from '#platform/web/use'
import type { Comment } from '#talk/contract.ts'
import { Words } from '#talk/web/index.tsx'
import { Avatar, Button, Chip, sayRefusal, Time, toast } from '#ui'
import { acceptAnswer, removeCourseComment, returnCourseComment, unacceptAnswer } from '../talk.contract.ts'
import { AnswerThanks } from './answer-thanks.ts'
import { useText } from './text.ts'

interface SaidProps {
  comment: Comment
  courseId: string
  isAuthor: boolean
  /** The answer of its thread that is accepted now. */
  acceptedId: string | null
}

/** What one person said, what it is to its thread, and what the reader may do with it. */
export function Said({ comment, courseId, isAuthor, acceptedId }: SaidProps) {
  const t = useText()
  const thanksFor = useContext(AnswerThanks)
  const thanks = comment.parentId !== null && thanksFor?.(comment, courseId)
  if (comment.removed) return <p className="ui-muted">{t('learning.removed')}</p>
  return (
    <div className="learning-said" data-accepted={comment.accepted || undefined}>
      <header>
        <Avatar id={comment.author.id} name={comment.author.name} size="sm" />
        <strong>{comment.author.name}</strong>
        {isAuthor && <Chip tone="primary">{t('learning.author')}</Chip>}
        <small className="ui-muted">
          <Time at={comment.madeAt} />
        </small>
        <Standing comment={comment} />
      </header>
      {comment.quote && <blockquote>{comment.quote}</blockquote>}
      <p>
        <Words comment={comment} />
      </p>
      {(comment.can.accept || comment.can.remove || thanks) && (
        <div className="learning-acts">
          {comment.can.accept && <Accept comment={comment} courseId={courseId} acceptedId={acceptedId} />}
          {thanks}
          {comment.can.remove && <Remove comment={comment} courseId={courseId} />}
        </div>
      )}
    </div>
  )
}

/** Whether it is a question that was answered, or the answer. */
export function Standing({ comment }: { comment: Pick<Comment, 'accepted' | 'answerId'> }) {
  const t = useText()
  if (!comment.accepted && comment.answerId === null) return null
  return (
    <Chip tone="success" icon={Check}>
      {t(comment.accepted ? 'learning.accepted' : 'learning.answered')}
    </Chip>
  )
}

function Accept({ comment, courseId, acceptedId }: Omit<SaidProps, 'isAuthor'>) {
  const t = useText()
  const accept = useWrite(acceptAnswer, [`talk:${courseId}`])
  const unaccept = useWrite(unacceptAnswer, [`talk:${courseId}`])
  const act = comment.accepted ? unaccept : accept
  const input = { params: { courseId, commentId: comment.id } }
  const text = comment.accepted
    ? t('learning.unacceptDone')
    : t('learning.acceptDone', { name: comment.author.name })
  // What was accepted before is so again.
  const undo = () =>
    acceptedId
      ? accept.mutate({ params: { courseId, commentId: acceptedId } }, { onError: sayRefusal })
      : unaccept.mutate(input, { onError: sayRefusal })
  const press = () => act.mutate(input, { onSuccess: () => toast({ text, undo }), onError: sayRefusal })
  return (
    <Button
      size="sm"
      look={comment.accepted ? 'ghost' : 'soft'}
      icon={comment.accepted ? Undo2 : Check}
      isPending={act.isPending}
      onPress={press}
    >
      {t(comment.accepted ? 'learning.unaccept' : 'learning.accept')}
    </Button>
  )
}

function Remove({ comment, courseId }: Pick<SaidProps, 'comment' | 'courseId'>) {
  const t = useText()
  const remove = useWrite(removeCourseComment, [`talk:${courseId}`])
  const bringBack = useWrite(returnCourseComment, [`talk:${courseId}`])
  const input = { params: { courseId, commentId: comment.id } }
  const undo = () => bringBack.mutate(input, { onError: sayRefusal })
  const take = () =>
    remove.mutate(input, {
      onSuccess: () => toast({ text: t('learning.removedDone'), undo }),
      onError: sayRefusal,
    })
  return (
    <Button size="sm" look="ghost" isPending={remove.isPending} onPress={take}>
      {t('learning.remove')}
    </Button>
  )
}
