import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import type { Comment } from '#talk/contract.ts'
import { Button } from '#ui'
import { Said } from './said.tsx'
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
      <Said
        comment={root}
        courseId={courseId}
        isAuthor={root.author.id === authorId}
        acceptedId={root.answerId}
      />
      {answers.map((answer) => (
        <div key={answer.id} className="learning-answer">
          <CornerDownRight size={16} aria-hidden="true" />
          <Said
            comment={answer}
            courseId={courseId}
            isAuthor={answer.author.id === authorId}
            acceptedId={root.answerId}
          />
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
