import { EditorPage } from '#course/web/index.tsx'
import { AskForReview, Rounds } from '#validation/web/index.tsx'

/** The editor, with what validation adds to it. */
export function Component() {
  return (
    <EditorPage
      actions={(courseId, flush) => <AskForReview courseId={courseId} beforeAsking={flush} />}
      notes={(courseId) => <Rounds courseId={courseId} />}
    />
  )
}
