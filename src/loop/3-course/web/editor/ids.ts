import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { newBlockId } from '../../document/blocks.ts'

/** The nodes that findings, answers and comments may be anchored on. */
export const anchored = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  'image',
  'video',
  'file',
  'embed',
  'callout',
  'collapsible',
  'question',
]

/** Gives every new block an id, and a fresh one to whichever half or copy comes second. */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    { types: anchored, attributes: { id: { default: null, keepOnSplit: false, rendered: false } } },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _, state) {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        const seen = new Set<string>()
        const change = state.tr
        state.doc.descendants((node, position) => {
          if (!anchored.includes(node.type.name)) return
          const id = node.attrs.id as string | null
          if (id && !seen.has(id)) return void seen.add(id)
          const fresh = newBlockId()
          seen.add(fresh)
          change.setNodeAttribute(position, 'id', fresh)
        })
        return change.docChanged ? change.setMeta('addToHistory', false) : null
      },
    }),
  ],
})
