import { useRead, useWrite } from '#platform/web/use'
import { type ReactionKind, reactionKinds } from '#talk/contract.ts'
import { sayRefusal, ToggleChip } from '#ui'
import { listCourseReactions, reactToCourse, unreactToCourse } from '../talk.contract.ts'
import { reactionIcons } from './reaction-icons.ts'
import { useText } from './text.ts'
import './talk.css'

/** What people think of a course, and oneself among them. */
export function Reactions({ courseId }: { courseId: string }) {
  const t = useText()
  const topics = [`talk:${courseId}`]
  // Those on the whole come first, one row a kind.
  const query = { limit: reactionKinds.length }
  const read = useRead(listCourseReactions, { params: { courseId }, query }, { topics })
  const add = useWrite(reactToCourse, topics)
  const remove = useWrite(unreactToCourse, topics)
  const whole = (read.data?.items ?? []).filter(({ anchor }) => anchor === '')
  const change = (kind: ReactionKind, isOn: boolean) =>
    (isOn ? add : remove).mutate({ params: { courseId, kind } }, { onError: sayRefusal })
  return (
    <fieldset className="learning-reactions">
      <legend className="ui-hidden">{t('learning.react')}</legend>
      {reactionKinds.map((kind) => {
        const found = whole.find((one) => one.kind === kind)
        return (
          <ToggleChip
            key={kind}
            icon={reactionIcons[kind]}
            count={found?.count ?? undefined}
            isSelected={found?.mine ?? false}
            onChange={(isOn) => change(kind, isOn)}
          >
            {t(`learning.react.${kind}`)}
          </ToggleChip>
        )
      })}
    </fieldset>
  )
}
