import { newBlockId, walk } from './blocks.ts'
import { type InnerPlace, innerLinkTo, innerPlaceOf } from './places.ts'
import type { Block } from './schema.ts'

interface Named {
  id: string
}

interface Node {
  attrs?: { id?: string; covers?: string[]; options?: Named[]; items?: Named[] }
  marks?: { type: string; attrs?: { href: string } }[]
}

/** Answers the same new id for the same old one; `known` are those that have one already. */
export function newIds(known: Readonly<Record<string, string>> = {}): (id: string) => string {
  const own = new Map(Object.entries(known))
  return (id) => {
    const given = own.get(id) ?? newBlockId()
    own.set(id, given)
    return given
  }
}

const renamed = ({ stepId, blockId }: InnerPlace, idFor: (id: string) => string): InnerPlace => ({
  stepId: idFor(stepId),
  blockId: blockId === null ? null : idFor(blockId),
})

/** A copy of a block with ids of its own; what points to a step, a block or an objective points to the copy of that. */
export function withOwnIds(block: Block, idFor: (id: string) => string): Block {
  const copy = structuredClone(block)
  for (const node of walk(copy)) {
    const { attrs, marks = [] } = node as Node
    const rename = (one: Named) => {
      one.id = idFor(one.id)
    }
    if (attrs?.id) rename(attrs as Named)
    for (const one of [...(attrs?.options ?? []), ...(attrs?.items ?? [])]) rename(one)
    if (attrs?.covers) attrs.covers = attrs.covers.map(idFor)
    for (const { attrs: link } of marks) {
      const place = link && innerPlaceOf(link.href)
      if (place) link.href = innerLinkTo(renamed(place, idFor))
    }
  }
  return copy
}
