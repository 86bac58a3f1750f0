import { tell } from '#platform/scope'
import { type Reaction, reaction, record } from '#record'

/** A published course answers the need it was made for, and every need that was merged into it. */
const answerNeed = reaction('course.published', 'need.answer', async (scope, { data }) => {
  if (!data.needId) return
  const answered = await scope.db
    .updateTable('needs')
    .set({ answeredAt: scope.now, answeredByCourse: data.courseId })
    .where('orgId', '=', scope.org)
    .where('answeredAt', 'is', null)
    .where((e) => e.or([e('id', '=', data.needId), e('mergedInto', '=', data.needId)]))
    .returning('id')
    .execute()
  for (const { id } of answered) await record(scope, 'need.answered', { needId: id, courseId: data.courseId })
  if (answered.length > 0) tell(scope, { topics: ['needs'] })
})

export const reactions: Reaction[] = [answerNeed]
