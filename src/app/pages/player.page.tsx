import { AndNext, StepEnd, useBetterGroup } from '#ladder/web/index.tsx'
import { Player } from '#learning/web/index.tsx'
import { ThankButton } from '#recognition/web/index.tsx'

/** The player, with the way to thank who made the course and who answered in it, and to give something to it. */
export function Component() {
  const groups = useBetterGroup()
  return (
    <Player
      thanksFor={({ id, author }) => <ThankButton to={author} courseId={id} />}
      thanksForAnswer={({ id: commentId, author }, courseId) => (
        <ThankButton to={author} courseId={courseId} commentId={commentId} size="sm" />
      )}
      afterAnswer={<AndNext />}
      better={{ groups, end: (lesson) => <StepEnd lesson={lesson} /> }}
    />
  )
}
