import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { createContext, useContext, useEffect, useRef } from 'react'
import type { Part } from '../../document/parts.ts'

const GuidanceContext = createContext<readonly Part[]>([])
/** What the template of a course asks for, for the editors of its steps. */
export const Guidance = GuidanceContext.Provider
export const useGuidance = (): readonly Part[] => useContext(GuidanceContext)

const changed = 'guidance'

/** Says beside each block that a template asks for what is to stand there, and what for example, while it is empty. */
export const guidanceWith = (parts: () => readonly Part[], exampleOf: (words: string) => string) =>
  Extension.create({
    name: 'guidance',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const known = new Map(parts().map((part) => [part.id, part]))
            const found: Decoration[] = []
            doc.descendants((node, position) => {
              const part = known.get(node.attrs.id)
              if (!part?.hint) return
              // A question shows the example in its own field.
              const isBare = node.type.name !== 'question' && node.textContent === ''
              const example = part.placeholder && isBare ? exampleOf(part.placeholder) : ''
              const said = {
                class: 'editor-guided',
                'data-guidance': part.hint,
                ...(example && { 'data-example': example }),
                'aria-description': [part.hint, example].filter(Boolean).join(' '),
              }
              found.push(Decoration.node(position, position + node.nodeSize, said))
            })
            return DecorationSet.create(doc, found)
          },
        },
      }),
    ],
  })

/** Shows guidance anew after it was changed beside the text. */
export function useRenewedGuidance(editor: Editor | null, parts: readonly Part[]): void {
  const shown = useRef(parts)
  useEffect(() => {
    if (!editor || shown.current === parts) return
    shown.current = parts
    editor.view.dispatch(editor.state.tr.setMeta(changed, true).setMeta('addToHistory', false))
  }, [editor, parts])
}
