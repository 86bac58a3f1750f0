import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { createContext, useContext } from 'react'
import type { Part } from '../../document/parts.ts'

const GuidanceContext = createContext<readonly Part[]>([])
/** What the template of a course asks for, for the editors of its steps. */
export const Guidance = GuidanceContext.Provider
export const useGuidance = (): readonly Part[] => useContext(GuidanceContext)

/** Says beside each block that a template asks for what is to stand there. */
export const guidanceWith = (parts: readonly Part[]) =>
  Extension.create({
    name: 'guidance',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const found: Decoration[] = []
            doc.descendants((node, position) => {
              const part = parts.find(({ id }) => id === node.attrs.id)
              if (!part) return
              const said = {
                class: 'editor-guided',
                'data-guidance': part.hint,
                'aria-description': part.hint,
              }
              found.push(Decoration.node(position, position + node.nodeSize, said))
            })
            return DecorationSet.create(doc, found)
          },
        },
      }),
    ],
  })
