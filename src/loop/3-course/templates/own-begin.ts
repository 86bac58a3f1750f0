import { type Ask, askOf, byId, partsOf } from '../document/asks.ts'
import { emptied } from '../document/emptied.ts'
import { newIds, withOwnIds } from '../document/own-ids.ts'
import { isFilled, type Part } from '../document/parts.ts'
import type { Block, CourseDocument, Step } from '../document/schema.ts'

/** A version of a template, as far as courses follow it. */
export interface Text {
  document: CourseDocument
  asks: readonly Ask[]
}

/** Which block or step of a template became which of a course. */
export type Made = Record<string, string>

interface Grown {
  document: CourseDocument
  parts: Part[]
  made: Made
}

/** What a course made from a template begins as. */
export const beginFromOwn = (text: Text): Grown =>
  growTo({ document: { type: 'doc', content: [] }, made: {} }, text)

/** Puts what is new behind what it follows in the template, as far as that is still there; else first. */
function placed<Item extends { attrs: { id: string } }>(
  items: readonly Item[],
  order: readonly string[],
  fresh: ReadonlyMap<string, Item>,
): Item[] {
  const all = [...items]
  order.forEach((id, at) => {
    const item = fresh.get(id)
    if (!item) return
    const before = order.slice(0, at).findLast((one) => all.some(({ attrs }) => attrs.id === one))
    all.splice(before ? all.findIndex(({ attrs }) => attrs.id === before) + 1 : 0, 0, item)
  })
  return all
}

/**
 * A course with what a template has that it was not made with yet, each behind what it follows there. What is in the
 * course stays as it is and where it is; what was taken out of it does not come back.
 */
export function growTo({ document, made }: { document: CourseDocument; made: Made }, text: Text): Grown {
  const said = byId(text.asks)
  const idFor = newIds(made)
  const isNew = (id: string) => !(id in made)
  // Links lead to steps that may come later, so each has its id before anything is copied.
  const grown: Made = { ...made }
  for (const { attrs, content } of text.document.content)
    for (const id of [attrs.id, ...content.map((block) => block.attrs.id)]) grown[id] = idFor(id)
  const copyOf = (block: Block) =>
    withOwnIds(askOf(block, said).use === 'fixed' ? block : emptied(block), idFor)
  const freshIn = (step: Step) =>
    new Map(
      step.content
        .filter(({ attrs }) => isNew(attrs.id))
        .map((block) => [idFor(block.attrs.id), copyOf(block)] as const),
    )
  const whole = ({ attrs, content }: Step): Step => ({
    type: 'step',
    attrs: { id: idFor(attrs.id), title: attrs.title },
    content: content.map(copyOf),
  })
  const known = document.content.map((step) => {
    const from = text.document.content.find(({ attrs }) => grown[attrs.id] === step.attrs.id)
    if (!from) return step
    const order = from.content.map(({ attrs }) => idFor(attrs.id))
    return { ...step, content: placed(step.content, order, freshIn(from)) }
  })
  const order = text.document.content.map(({ attrs }) => idFor(attrs.id))
  const newSteps = text.document.content.filter(({ attrs }) => isNew(attrs.id))
  const steps = placed(known, order, new Map(newSteps.map((step) => [idFor(step.attrs.id), whole(step)])))
  return { document: { type: 'doc', content: steps }, parts: ownParts(text, idFor), made: grown }
}

/** The parts of a template as a course has them. */
const ownParts = ({ document, asks }: Text, idFor: (id: string) => string): Part[] =>
  partsOf(document, asks).map(({ placeholder, ...part }) => ({
    ...part,
    id: idFor(part.id),
    stepId: idFor(part.stepId),
    ...(placeholder && { placeholder }),
  }))

const idsOf = (made: Made) => new Set(Object.values(made))

/**
 * A course without what it took over from a newer version, as far as nobody has written there; what was written stays.
 * `isAsItCame` says whether a block that was to be taken as it stands still stands so.
 */
export function shrinkTo(
  document: CourseDocument,
  now: { made: Made; parts: readonly Part[] },
  before: { made: Made },
  isAsItCame: (block: Block) => boolean,
): CourseDocument {
  const [old, all] = [idsOf(before.made), idsOf(now.made)]
  const isTaken = (id: string) => all.has(id) && !old.has(id)
  const asked = new Set(now.parts.map(({ id }) => id))
  const goes = (block: Block) =>
    isTaken(block.attrs.id) && (asked.has(block.attrs.id) ? !isFilled(block) : isAsItCame(block))
  const content = document.content.flatMap((step): Step[] => {
    const left = step.content.filter((block) => !goes(block))
    if (left.length === step.content.length) return [step]
    if (left.length > 0) return [{ ...step, content: left }]
    return isTaken(step.attrs.id) ? [] : [{ ...step, content: step.content.slice(0, 1) }]
  })
  return { type: 'doc', content: content.length > 0 ? content : document.content }
}
