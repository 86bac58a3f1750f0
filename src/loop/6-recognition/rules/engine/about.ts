import type { RuleBody } from '../language.ts'
import type { RuleEvent } from './event.ts'

/** Whether something has one of what is asked for; where nothing is asked for it has. */
export const meets = (asked: readonly string[], has: readonly string[]): boolean =>
  asked.length === 0 || asked.some((one) => has.includes(one))

/** Whether something is what a rule is about: of its groups, and of one of its topics or tags. */
export function isAbout({ about }: RuleBody, { path, topicId, tags }: RuleEvent): boolean {
  const { groupIds, topicIds, tags: wanted } = about
  const words = wanted.map((tag) => tag.toLowerCase())
  const isOfSubject =
    (topicIds.length === 0 && words.length === 0) ||
    (topicId !== null && topicIds.includes(topicId)) ||
    words.some((tag) => tags.includes(tag))
  return meets(groupIds, path) && isOfSubject
}
