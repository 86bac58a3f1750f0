import { useList, useWhole } from '#platform/web/use'
import { countCourseComments, listCourseReactions } from '../talk.contract.ts'

/** How much was said about a step and each of its passages, and how people reacted, as the server counts it. */
export function useSaid(courseId: string, stepId: string) {
  const input = { params: { courseId }, query: { stepId, limit: 100 } }
  const live = { topics: [`talk:${courseId}`] }
  const reactions = useList(listCourseReactions, input, live)
  const comments = useList(countCourseComments, input, live)
  useWhole(reactions)
  useWhole(comments)
  return {
    reactions: reactions.items,
    total: comments.items.reduce((sum, { count }) => sum + count, 0),
    countOn: (blockId: string) => comments.items.find(({ anchor }) => anchor === blockId)?.count ?? 0,
  }
}
