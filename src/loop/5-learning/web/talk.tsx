import { CornerDownRight, Send, X } from 'lucide-react'
import { useState } from 'react'
import { useList, useWrite } from '#platform/web/use'
import type { Comment } from '#talk/contract.ts'
import { Avatar, Button, Chip, IconButton, SkeletonRows, TextArea, Time, toast } from '#ui'
import {
  commentOnCourse,
  listCourseComments,
  removeCourseComment,
  returnCourseComment,
} from '../talk.contract.ts'
import { useText } from './text.ts'
import './talk.css'

/** A passage one wants to say something about. */
export interface Passage {
  blockId: string
  quote: string
}

export interface TalkProps {
  courseId: string
  stepId: string
  authorId: string
  passage: Passage | null
  onPassage: (passage: Passage | null) => void
}

/** The comments on one step and its passages. */
export const useTalk = (courseId: string, stepId: string) =>
  useList(
    listCourseComments,
    { params: { courseId }, query: { stepId, limit: 100 } },
    { topics: [`talk:${courseId}`] },
  )

/** What people say on a step, with answers; and the place to say something oneself. */
export function Talk({ courseId, stepId, authorId, passage, onPassage }: TalkProps) {
  const t = useText()
  const list = useTalk(courseId, stepId)
  const roots = list.items.filter(({ parentId }) => parentId === null)
  return (
    <section className="learning-talk" aria-label={t('learning.talk')}>
      <h2>
        {t('learning.talk')} {list.items.length > 0 && <Chip>{list.items.length}</Chip>}
      </h2>
      {list.isPending && <SkeletonRows rows={2} />}
      {!list.isPending && roots.length === 0 && <p className="ui-muted">{t('learning.talkEmpty')}</p>}
      {roots.map((root) => (
        <Thread
          key={root.id}
          root={root}
          answers={list.items.filter(({ parentId }) => parentId === root.id)}
          courseId={courseId}
          authorId={authorId}
        />
      ))}
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
        courseId={courseId}
        label={t('learning.say')}
        at={{ anchor: passage?.blockId ?? stepId, quote: passage?.quote ?? '' }}
        onSaid={() => onPassage(null)}
      />
    </section>
  )
}

interface SayProps {
  courseId: string
  label: string
  at: { anchor?: string; quote?: string; parentId?: string }
  onSaid: () => void
}

function Say({ courseId, label, at, onSaid }: SayProps) {
  const t = useText()
  const [body, setBody] = useState('')
  const say = useWrite(commentOnCourse, [`talk:${courseId}`])
  const send = () => {
    if (body.trim() === '') return
    const onSuccess = () => {
      setBody('')
      onSaid()
    }
    say.mutate({ params: { courseId }, body: { ...at, body } }, { onSuccess })
  }
  return (
    <div className="learning-say">
      <TextArea
        label={label}
        isLabelHidden
        placeholder={label}
        value={body}
        onChange={setBody}
        onSend={send}
        lines={2}
        maxLength={4000}
        error={say.error?.message}
      />
      <IconButton
        icon={Send}
        label={t('learning.send')}
        isPending={say.isPending}
        isDisabled={body.trim() === ''}
        onPress={send}
      />
    </div>
  )
}

interface ThreadProps {
  root: Comment
  answers: Comment[]
  courseId: string
  authorId: string
}

function Thread({ root, answers, courseId, authorId }: ThreadProps) {
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
          onSaid={() => setAnswering(false)}
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
