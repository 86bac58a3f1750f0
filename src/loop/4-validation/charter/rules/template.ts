import { openParts } from '#course/document/parts.ts'
import { type Check, quoted } from '../checked.ts'

/** Every part that the course's template asks for is there, and filled in. */
export const template: Check = ({ document, parts }) =>
  openParts(document, parts).map(({ part: { stepId, id, hint }, isGone }) => ({
    stepId: document.content.some(({ attrs }) => attrs.id === stepId) ? stepId : null,
    blockId: isGone ? null : id,
    values: { what: isGone ? 'gone' : 'empty', words: quoted(hint) },
  }))
