import { ownText } from '#course/document/blocks.ts'
import { type Check, nodesOf, ofCourse } from '../checked.ts'

/** What a heading is called under which sources stand, in the languages of courses. */
const heading = /^\s*(sources?|references?|références?|bibliography|bibliographie)\s*:?\s*$/i

/**
 * A course says where what it teaches is from: by a link that leads out of it, or in words under a heading that says so.
 */
export const sources: Check = (course) => {
  let under: { step: string; heading: string } | null = null
  for (const { step, blockId, node } of nodesOf(course)) {
    if (node.marks?.some(({ attrs }) => /^https?:/i.test(attrs?.href ?? ''))) return []
    if (node.type === 'heading')
      under = heading.test(ownText(node)) ? { step: step.attrs.id, heading: blockId } : null
    else if (under?.step === step.attrs.id && under.heading !== blockId && node.text?.trim()) return []
  }
  return [ofCourse()]
}
