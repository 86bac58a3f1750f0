import { CornerDownRight } from 'lucide-react'
import { useContext, useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import type { Comment } from '#talk/contract.ts'
import { Button } from '#ui'
import { AfterAnswer } from './after-answer.ts'
import type { TalkedOf } from './course-types.ts'
import { Said } from './said.tsx'
import { Say } from './say.tsx'
import { useText } from './text.ts'

interface ThreadProps {
  root: Comment
  answers: Comment[]
  course: TalkedOf
  onSpoken: () => void
}

/** What somebody said, with the answers to it. */
export function Thread({ root, answers, course, onSpoken }: ThreadProps) {
  const t = useText()
  const [isAnswering, setAnswering] = useState(false)
  const [hasAnswered, setAnswered] = useState(false)
  const after = useContext(AfterAnswer)
  // Whoever goes on with their own question has answered nobody.
  const isMine = useSession().member.id === root.author.id
  return (
    <article className="learning-thread">
      <Said
        comment={root}
        courseId={course.id}
        isAuthor={root.author.id === course.author.id}
        acceptedId={root.answerId}
      />
      {answers.map((answer) => (
        <div key={answer.id} className="learning-answer">
          <CornerDownRight size={16} aria-hidden="true" />
          <Said
            comment={answer}
            courseId={course.id}
            isAuthor={answer.author.id === course.author.id}
            acceptedId={root.answerId}
          />
        </div>
      ))}
      {isAnswering ? (
        <Say
          courseId={course.id}
          groupId={course.group.id}
          label={t('learning.replyTo', { name: root.author.name })}
          at={{ parentId: root.id }}
          onSaid={() => {
            setAnswering(false)
            setAnswered(true)
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
      {hasAnswered && !isMine && after}
    </article>
  )
}
