import { type Check, inBlock, nodesOf, quoted } from '../checked.ts'

const toStep = '#step:'

/** No link leads to a step that is not there any more. */
export const links: Check = (course) => {
  const there = new Set(course.document.content.map(({ attrs }) => attrs.id))
  return [...nodesOf(course)].flatMap(({ step, blockId, node }) =>
    (node.marks ?? [])
      .map(({ attrs }) => attrs?.href ?? '')
      .filter((href) => href.startsWith(toStep) && !there.has(href.slice(toStep.length)))
      .map(() => inBlock(step, blockId, { words: quoted(node.text ?? '') })),
  )
}
