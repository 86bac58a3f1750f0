import { Player } from '#learning/web/index.tsx'
import { ThankButton } from '#recognition/web/index.tsx'

/** The player, with the way to thank who made the course and who answered in it. */
export function Component() {
  return (
    <Player
      thanksFor={({ id, author }) => <ThankButton to={author} courseId={id} />}
      thanksForAnswer={({ id: commentId, author }, courseId) => (
        <ThankButton to={author} courseId={courseId} commentId={commentId} size="sm" />
      )}
    />
  )
}
