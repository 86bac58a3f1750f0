import { ownText } from '#course/document/blocks.ts'
import { type Check, inBlock, nodesOf, type RuleFault } from '../checked.ts'

/** The level of a heading under a step's title. */
const first = 2

/** In every step headings begin at the first level, go down one level at a time, and say something. */
export const headingOrder: Check = (course) => {
  const faults: RuleFault[] = []
  let [within, level] = ['', first - 1]
  for (const { step, blockId, node } of nodesOf(course)) {
    if (node.type !== 'heading') continue
    if (within !== step.attrs.id) [within, level] = [step.attrs.id, first - 1]
    const own = Number(node.attrs?.level)
    if (ownText(node).trim() === '') faults.push(inBlock(step, blockId, { what: 'empty' }))
    else if (own > level + 1) faults.push(inBlock(step, blockId, { what: 'skipped' }))
    level = own
  }
  return faults
}
