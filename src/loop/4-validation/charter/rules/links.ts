import { innerPlaceOf } from '#course/document/places.ts'
import { type Check, inBlock, nodesOf, quoted } from '../checked.ts'

/** No link leads to a step that is not there any more. */
export const links: Check = (course) => {
  const there = new Set(course.document.content.map(({ attrs }) => attrs.id))
  return [...nodesOf(course)].flatMap(({ step, blockId, node }) =>
    (node.marks ?? [])
      .map(({ attrs }) => innerPlaceOf(attrs?.href ?? ''))
      .filter((place) => place !== null && !there.has(place.stepId))
      .map(() => inBlock(step, blockId, { words: quoted(node.text ?? '') })),
  )
}
