import { type Check, inBlock, nodesOf } from '../checked.ts'

/** Every video has captions, for those who cannot hear it. */
export const captions: Check = (course) =>
  [...nodesOf(course)]
    .filter(({ node }) => node.type === 'video' && node.attrs?.captions === null)
    .map(({ step, blockId }) => inBlock(step, blockId))
