import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import type { Comment } from '#talk/contract.ts'
import { Avatar, Button, Chip, Time, toast } from '#ui'
import { removeCourseComment, returnCourseComment } from '../talk.contract.ts'
import { Say } from './say.tsx'
import { useText } from './text.ts'

interface ThreadProps {
  root: Comment
  answers: Comment[]
  courseId: string
  authorId: string
  onSpoken: () => void
}

/** What somebody said, with the answers to it. */
export function Thread({ root, answers, courseId, authorId, onSpoken }: ThreadProps) {
  const t = useText()
  const [isAnswering, setAnswering] = useState(false)
  return (
    <article className="learning-thread">
      <Said comment={root} courseId={courseId} isAuthor={root.author.id === authorId} />
      {answers.map((answer) => (
        <div key={answer.id} className="learning-answer">
          <CornerDownRight size={16} aria-hidden="true" />
          <Said comment={answer} courseId={courseId} isAuthor={answer.author.id === authorId} />
        </div>
      ))}
      {isAnswering ? (
        <Say
          courseId={courseId}
          label={t('learning.replyTo', { name: root.author.name })}
          at={{ parentId: root.id }}
          onSaid={() => {
            setAnswering(false)
            onSpoken()
          }}
        />
      ) : (
        !root.removed && (
          <Button size="sm" look="ghost" onPress={() => setAnswering(true)}>
            {t('learning.reply')}
          </Button>
        )
      )}
    </article>
  )
}

function Said({ comment, courseId, isAuthor }: { comment: Comment; courseId: string; isAuthor: boolean }) {
  const t = useText()
  const remove = useWrite(removeCourseComment, [`talk:${courseId}`])
  const bringBack = useWrite(returnCourseComment, [`talk:${courseId}`])
  const params = { courseId, commentId: comment.id }
  const take = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => toast({ text: t('learning.removedDone'), undo: () => bringBack.mutate({ params }) }),
      },
    )
  if (comment.removed) return <p className="ui-muted">{t('learning.removed')}</p>
  return (
    <div className="learning-said">
      <header>
        <Avatar id={comment.author.id} name={comment.author.name} size="sm" />
        <strong>{comment.author.name}</strong>
        {isAuthor && <Chip tone="primary">{t('learning.author')}</Chip>}
        <small className="ui-muted">
          <Time at={comment.madeAt} />
        </small>
      </header>
      {comment.quote && <blockquote>{comment.quote}</blockquote>}
      <p>{comment.body}</p>
      {comment.can.remove && (
        <Button size="sm" look="ghost" isPending={remove.isPending} onPress={take}>
          {t('learning.remove')}
        </Button>
      )}
    </div>
  )
}
