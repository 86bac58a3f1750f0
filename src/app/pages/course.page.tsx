import { CoursePage } from '#learning/web/index.tsx'
import { ThankButton } from '#recognition/web/index.tsx'

/** A course, with the way to thank who made it. */
export function Component() {
  return <CoursePage thanksFor={({ id, author }) => <ThankButton to={author} courseId={id} />} />
}
