import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { newBlockId } from '../../document/blocks.ts'
import { readQuestion } from '../../document/new-question.ts'

type Change = (node: Node) => Record<string, unknown>

const mapped = (node: Node, change: Change): Node =>
  node.isText
    ? node
    : node.type.create(
        { ...node.attrs, ...change(node) },
        node.content.content.map((child) => mapped(child, change)),
        node.marks,
      )

/** Ids of its own for a block and everything in it. What an id stands for, others said something about. */
const ownIds: Change = ({ type, attrs }) => ({
  ...('id' in attrs && { id: newBlockId() }),
  ...(type.name === 'question' && { question: readQuestion(JSON.stringify(attrs.question)) }),
})

/** A copy of a block with ids of its own. */
export const renewed = (node: Node): Node => mapped(node, ownIds)

/**
 * What was pasted, with ids of its own. `onFile` is told of each block with a file; the attributes it answers are
 * set on that block.
 */
export function renewedSlice(
  slice: Slice,
  onFile: (id: string, node: Node) => Record<string, unknown>,
): Slice {
  const change: Change = (node) => {
    const own = ownIds(node)
    return typeof node.attrs.asset === 'string' ? { ...own, ...onFile(String(own.id), node) } : own
  }
  const content = slice.content.content.map((node) => mapped(node, change))
  return new Slice(Fragment.fromArray(content), slice.openStart, slice.openEnd)
}
