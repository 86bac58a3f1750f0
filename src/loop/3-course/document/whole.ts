export interface Fault {
  path: PropertyKey[]
  /** The code of its message, and what fills it. */
  params: { code: string; most?: number }
}

interface Node {
  type?: string
  attrs?: { id?: string; options?: { id: string }[]; items?: { id: string }[] }
  marks?: { type: string }[]
  content?: Node[]
}

/** More blocks than this are a book: no editor and no reader holds them at once. */
const mostBlocks = 5000

/** What is wrong with a document as a whole, each of its blocks being right: ids come twice, marks too, it is too long. */
export function faultsOf(document: Node): Fault[] {
  const faults: Fault[] = []
  const seen = new Set<string>()
  let blocks = 0
  const claim = (id: string, path: PropertyKey[]) => {
    if (seen.has(id)) faults.push({ path: [...path, 'id'], params: { code: 'document.id-twice' } })
    seen.add(id)
  }
  const visit = (node: Node, path: PropertyKey[]): void => {
    const { id, options = [], items = [] } = node.attrs ?? {}
    if (id !== undefined) {
      blocks += 1
      claim(id, [...path, 'attrs'])
      if (blocks === mostBlocks + 1)
        faults.push({ path, params: { code: 'document.too-long', most: mostBlocks } })
    }
    for (const [index, option] of options.entries()) claim(option.id, [...path, 'attrs', 'options', index])
    for (const [index, item] of items.entries()) claim(item.id, [...path, 'attrs', 'items', index])
    const marks = (node.marks ?? []).map(({ type }) => type)
    if (new Set(marks).size < marks.length)
      faults.push({ path: [...path, 'marks'], params: { code: 'document.mark-twice' } })
    for (const [index, child] of (node.content ?? []).entries()) visit(child, [...path, 'content', index])
  }
  visit(document, [])
  return faults
}
