import { useWrite } from '#platform/web/use'
import { Say as SayHere } from '#talk/web/index.tsx'
import { commentOnCourse } from '../talk.contract.ts'

interface SayProps {
  courseId: string
  groupId: string
  label: string
  at: { anchor?: string; quote?: string; parentId?: string }
  onSaid: () => void
}

/** The place to say something, on a passage or to somebody. */
export function Say({ courseId, groupId, label, at, onSaid }: SayProps) {
  const say = useWrite(commentOnCourse, [`talk:${courseId}`])
  return (
    <SayHere
      {...{ label, groupId, onSaid }}
      isPending={say.isPending}
      error={say.error?.message}
      onSend={(body, after) => say.mutate({ params: { courseId }, body: { ...at, body } }, after)}
    />
  )
}
