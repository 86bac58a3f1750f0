import { type Check, inBlock, nodesOf } from '../checked.ts'

/** Every picture says in words what it shows, for those who cannot see it. */
export const altText: Check = (course) =>
  [...nodesOf(course)]
    .filter(({ node }) => node.type === 'image' && String(node.attrs?.alt ?? '').trim() === '')
    .map(({ step, blockId }) => inBlock(step, blockId))
