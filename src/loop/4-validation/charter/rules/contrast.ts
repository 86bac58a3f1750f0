import { type Check, inBlock, nodesOf } from '../checked.ts'

/** The words in every picture stand out from what they stand on so many times at least, where that can be told. */
export const contrast: Check = (course, least) =>
  [...nodesOf(course)].flatMap(({ step, blockId, node }) => {
    if (node.type !== 'image') return []
    const ratio = course.contrasts.get(String(node.attrs?.asset ?? ''))
    return ratio === undefined || ratio >= least ? [] : [inBlock(step, blockId, { ratio, least })]
  })
