import { mergeAttributes, Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { CalloutView, CollapsibleView } from './container-views.tsx'
import { EmbedView, FileView, ImageView, VideoView } from './media-views.tsx'
import { QuestionView } from './question-view.tsx'

const container = (name: string, attributes: Record<string, { default: string }>, view: typeof CalloutView) =>
  Node.create({
    name,
    group: 'block',
    content: 'block+',
    defining: true,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag: `div[data-node="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': name }), 0],
    addNodeView: () => ReactNodeViewRenderer(view),
  })

const atom = (name: string, attributes: Record<string, { default: unknown }>, view: typeof ImageView) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag: `div[data-node="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': name })],
    addNodeView: () => ReactNodeViewRenderer(view, { stopEvent: () => true }),
  })

/** The blocks that only courses have. */
export const courseNodes = [
  container('callout', { kind: { default: 'note' }, title: { default: '' } }, CalloutView),
  container('collapsible', { title: { default: '' } }, CollapsibleView),
  atom(
    'image',
    {
      asset: { default: null },
      alt: { default: '' },
      caption: { default: '' },
      uploading: { default: null },
    },
    ImageView,
  ),
  atom(
    'video',
    {
      asset: { default: null },
      title: { default: '' },
      captions: { default: null },
      uploading: { default: null },
    },
    VideoView,
  ),
  atom('file', { asset: { default: null }, name: { default: '' }, uploading: { default: null } }, FileView),
  atom('embed', { url: { default: '' }, title: { default: '' } }, EmbedView),
  atom('question', { question: { default: null } }, QuestionView),
]
