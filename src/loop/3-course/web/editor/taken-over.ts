import { Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { createContext, useContext, useEffect, useState } from 'react'
import { diffBlocks, idOf } from '../../document/blocks.ts'
import type { Block, CourseDocument, Step } from '../../document/schema.ts'
import { editorContent } from './normalise.ts'

const none: readonly Block[] = []
const TakenOverContext = createContext(none)
/** The blocks that the server wrote last, for the editors of the steps that are open. */
export const TakenOver = TakenOverContext.Provider

/** The blocks that the server made others of. */
export function changedBlocks(before: CourseDocument, after: CourseDocument): Block[] {
  const changed = new Set(diffBlocks(before, after).changed)
  return after.content.flatMap(({ content }) => content.filter((block) => changed.has(idOf(block))))
}

/** Steps with these blocks in the place of those of the same ids. */
export function withBlocks(steps: readonly Step[], blocks: readonly Block[]): Step[] {
  const byId = new Map(blocks.map((block) => [idOf(block), block]))
  return steps.map((step) =>
    step.content.some((block) => byId.has(idOf(block)))
      ? { ...step, content: step.content.map((block) => byId.get(idOf(block)) ?? block) }
      : step,
  )
}

/** Puts what the server wrote into an open editor, as one change that its author can undo there. */
export function useTakenOver(editor: Editor | null): void {
  const blocks = useContext(TakenOverContext)
  // An editor that opens later begins with them.
  const [atFirst] = useState(blocks)
  useEffect(() => {
    if (!editor || blocks === atFirst) return
    const { tr } = editor.state
    for (const block of blocks) {
      const [written] = editorContent([block]).content ?? []
      const places: [number, number][] = []
      tr.doc.forEach((node, position) => {
        if (node.attrs.id === idOf(block)) places.push([position, position + node.nodeSize])
      })
      const [place] = places
      if (!place || !written) continue
      tr.replaceWith(...place, editor.schema.nodeFromJSON(written))
      tr.setSelection(Selection.near(tr.doc.resolve(place[0] + 1)))
    }
    if (tr.docChanged) editor.view.dispatch(tr.scrollIntoView())
  }, [blocks, atFirst, editor])
}
