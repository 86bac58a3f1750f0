import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import { useList, useWhole, useWrite } from '#platform/web/use'
import type { Comment } from '#talk/contract.ts'
import { Say, Words } from '#talk/web/index.tsx'
import { Avatar, Button, Card, ListStatus, ShowMore, Stack, sayRefusal, Time, toast } from '#ui'
import {
  commentOnPost,
  listPostComments,
  type Post,
  removePostComment,
  returnPostComment,
} from '../../contract.ts'
import { useText } from '../text.ts'

const topicsOf = (postId: string) => [`talk:${postId}`, 'community']

/** What leaders say about an idea, with answers; and the place to say something oneself. */
export function Discussion({ post }: { post: Post }) {
  const t = useText()
  const params = { postId: post.id }
  const list = useList(listPostComments, { params, query: { limit: 50 } }, { topics: [`talk:${post.id}`] })
  const [hasSpoken, setSpoken] = useState(false)
  useWhole(list, hasSpoken)
  const roots = list.items.filter(({ parentId }) => parentId === null)
  return (
    <Card title={t('community.talk')}>
      <Stack gap={16}>
        <ListStatus list={list} rows={2} />
        {list.isSuccess && roots.length === 0 && <p className="ui-muted">{t('community.talk.none')}</p>}
        {roots.map((root) => (
          <Thread
            key={root.id}
            post={post}
            root={root}
            answers={list.items.filter(({ parentId }) => parentId === root.id)}
            onSaid={() => setSpoken(true)}
          />
        ))}
        <ShowMore list={list} />
        <Speak post={post} label={t('community.talk.say')} parentId={null} onSaid={() => setSpoken(true)} />
      </Stack>
    </Card>
  )
}

interface ThreadProps {
  post: Post
  root: Comment
  answers: Comment[]
  onSaid: () => void
}

function Thread({ post, root, answers, onSaid }: ThreadProps) {
  const t = useText()
  const [isAnswering, setAnswering] = useState(false)
  const done = () => {
    setAnswering(false)
    onSaid()
  }
  return (
    <div className="community-thread">
      <Said postId={post.id} comment={root} />
      {answers.map((answer) => (
        <div key={answer.id} className="community-answer">
          <CornerDownRight size={16} aria-hidden="true" />
          <Said postId={post.id} comment={answer} />
        </div>
      ))}
      {isAnswering ? (
        <Speak
          post={post}
          label={t('community.talk.replyTo', { name: root.author.name })}
          parentId={root.id}
          onSaid={done}
        />
      ) : (
        !root.removed && (
          <Button size="sm" look="ghost" onPress={() => setAnswering(true)}>
            {t('community.talk.reply')}
          </Button>
        )
      )}
    </div>
  )
}

function Said({ postId, comment }: { postId: string; comment: Comment }) {
  const t = useText()
  const remove = useWrite(removePostComment, topicsOf(postId))
  const bringBack = useWrite(returnPostComment, topicsOf(postId))
  if (comment.removed) return <p className="ui-muted">{t('community.talk.removed')}</p>
  const input = { params: { postId, postCommentId: comment.id } }
  const undo = () => bringBack.mutate(input, { onError: sayRefusal })
  const take = () =>
    remove.mutate(input, {
      onSuccess: () => toast({ text: t('community.talk.removedDone'), undo }),
      onError: sayRefusal,
    })
  return (
    <div className="community-said">
      <header className="community-said-head">
        <Avatar id={comment.author.id} name={comment.author.name} size="sm" />
        <strong>{comment.author.name}</strong>
        <small className="ui-muted">
          <Time at={comment.madeAt} />
        </small>
      </header>
      <p className="community-words">
        <Words comment={comment} />
      </p>
      {comment.can.remove && (
        <Button size="sm" look="ghost" isPending={remove.isPending} onPress={take}>
          {t('community.talk.remove')}
        </Button>
      )}
    </div>
  )
}

interface SpeakProps {
  post: Post
  label: string
  parentId: string | null
  onSaid: () => void
}

function Speak({ post, label, parentId, onSaid }: SpeakProps) {
  const say = useWrite(commentOnPost, topicsOf(post.id))
  return (
    <Say
      {...{ label, onSaid }}
      groupId={post.group.id}
      isPending={say.isPending}
      error={say.error?.message}
      onSend={(body, after) => say.mutate({ params: { postId: post.id }, body: { parentId, body } }, after)}
    />
  )
}
