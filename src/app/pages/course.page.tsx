import { ContributionsWait, Contributors } from '#ladder/web/index.tsx'
import { CoursePage } from '#learning/web/index.tsx'
import { ThankButton } from '#recognition/web/index.tsx'

/** A course, with the way to thank who made it, and who contributed to it. */
export function Component() {
  return (
    <CoursePage
      thanksFor={({ id, author }) => <ThankButton to={author} courseId={id} />}
      contributors={({ id }) => <Contributors courseId={id} />}
      waiting={({ id }) => <ContributionsWait courseId={id} />}
    />
  )
}
