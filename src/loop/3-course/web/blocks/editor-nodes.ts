import { type AnyExtension, Extension, type Mark, Node } from '@tiptap/core'
import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Plugin } from '@tiptap/pm/state'
import { StarterKit } from '@tiptap/starter-kit'
import { newBlockId } from '../../document/blocks.ts'
import { identified, ownIds } from '../../document/ids.ts'
import { isSafeHref } from '../../document/schema.ts'
import { codeLanguages } from './code-languages.ts'

/** Where the kit allows less, or more, than a course does. */
const adapted = (extension: AnyExtension): AnyExtension => {
  if (extension.name === 'listItem') return (extension as Node).extend({ content: 'block+' })
  // A command is often both code and a link.
  if (extension.name === 'code') return (extension as Mark).extend({ excludes: '' })
  return extension
}

const kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(adapted)
  },
}).configure({
  document: false,
  codeBlock: false,
  underline: false,
  trailingNode: false,
  heading: { levels: [2, 3, 4] },
  link: { openOnClick: false, autolink: false, isAllowedUri: isSafeHref },
})

const course = Node.create({ name: 'doc', topNode: true, content: 'step+' })

const step = Node.create({
  name: 'step',
  content: 'block+',
  isolating: true,
  defining: true,
  addAttributes: () => ({ title: { default: '' } }),
  parseHTML: () => [{ tag: 'section[data-step]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-step': '' }, 0],
})

/** A block around other blocks, or one without content: its attributes are all that it is. */
function block(name: string, attributes: Record<string, unknown>, content = ''): Node {
  const inside = content === '' ? { atom: true } : { content, defining: true }
  return Node.create({
    name,
    group: 'block',
    ...inside,
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(attributes).map(([key, standard]) => [
          key,
          {
            default: standard,
            parseHTML: (element: HTMLElement) => parsed(element.getAttribute(`data-${key}`), standard),
            renderHTML: (values: Record<string, unknown>) => ({
              [`data-${key}`]: JSON.stringify(values[key]),
            }),
          },
        ]),
      ),
    parseHTML: () => [{ tag: `div[data-block-type="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => {
      const shown = { ...HTMLAttributes, 'data-block-type': name }
      return content === '' ? ['div', shown] : ['div', shown, 0]
    },
  })
}

/** What the clipboard says of an attribute; the standard when it is not ours. */
function parsed(text: string | null, standard: unknown): unknown {
  if (text === null) return standard
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return standard
    throw error
  }
}

const cellContent = { content: 'paragraph+' }

/** Every block has an id of its own, whatever is typed, split, pasted or undone. */
const ids = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    {
      types: [...identified],
      attributes: {
        id: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element) => element.getAttribute('data-block'),
          renderHTML: ({ id }) => ({ 'data-block': id }),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, { doc, tr }) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        const taken = new Set<string>()
        doc.descendants((node, position) => {
          if (!identified.has(node.type.name)) return
          const attrs = ownIds({ ...node.attrs.asked, id: node.attrs.id }, taken, newBlockId)
          const { id, ...asked } = attrs
          if (id !== node.attrs.id) tr.setNodeAttribute(position, 'id', id)
          if (JSON.stringify(asked) !== JSON.stringify(node.attrs.asked ?? {}))
            tr.setNodeAttribute(position, 'asked', asked)
        })
        return tr.docChanged ? tr : null
      },
    }),
  ],
})

/**
 * What a course consists of, for the editor (Tiptap): it holds every document that `courseDocument` allows. Use it
 * with `toEditor` and `fromEditor`; a question's attributes stand in one called `asked`.
 */
export const courseNodes: AnyExtension[] = [
  course,
  step,
  kit,
  CodeBlockLowlight.configure({ lowlight: codeLanguages, defaultLanguage: null }),
  Table.configure({ resizable: false }),
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableCell.extend(cellContent),
  TableHeader.extend(cellContent),
  block('callout', { kind: 'note', title: '' }, 'block+'),
  block('collapsible', { title: '' }, 'block+'),
  block('image', { asset: null, alt: '', caption: '' }),
  block('video', { asset: null, title: '', captions: null }),
  block('file', { asset: null, name: '' }),
  block('embed', { url: '', title: '' }),
  block('question', { asked: null }),
  ids,
]
