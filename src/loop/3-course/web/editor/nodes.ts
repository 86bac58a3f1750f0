import { mergeAttributes, Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { embedAddress } from '../../document/embed.ts'
import { newQuestion, readQuestion } from '../../document/new-question.ts'
import { calloutKinds } from '../../document/schema.ts'
import { CalloutView, CollapsibleView } from './container-views.tsx'
import { EmbedView, FileView, ImageView, VideoView } from './media-views.tsx'
import { QuestionView } from './question-view.tsx'

/** How a value travels through HTML: by a copy within Cairn, or from anywhere that claims to be one. */
interface Attribute {
  default: unknown
  rendered?: boolean
  parseHTML?: (element: HTMLElement) => unknown
  renderHTML?: (attrs: Record<string, unknown>) => Record<string, unknown>
}
type Attributes = Record<string, Attribute>

const read = (name: string, from: (text: string) => unknown) => {
  return (element: HTMLElement) => from(element.getAttribute(`data-${name}`) ?? '')
}
const written = (name: string) => {
  return (attrs: Record<string, unknown>) => ({
    [`data-${name}`]: attrs[name] === null ? undefined : String(attrs[name]),
  })
}
const travelling = (name: string, start: unknown, from: (text: string) => unknown): Attributes => ({
  [name]: { default: start, parseHTML: read(name, from), renderHTML: written(name) },
})
const words = (name: string, max: number) => travelling(name, '', (text) => text.slice(0, max))
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const fileId = (name: string) => travelling(name, null, (text) => (uuid.test(text) ? text : null))
const pixels = (name: string) => travelling(name, null, (text) => Number.parseInt(text, 10) || null)
/** How far a file is on its way, and why it is not: known here only. */
const upload: Attributes = {
  uploading: { default: null, rendered: false },
  failed: { default: null, rendered: false },
}
const captionsUpload: Attributes = {
  captionsUploading: { default: null, rendered: false },
  captionsFailed: { default: null, rendered: false },
}
const kind = travelling('kind', 'note', (text) => calloutKinds.find((known) => known === text) ?? 'note')
const question: Attributes = {
  question: {
    default: null,
    parseHTML: read('question', (text) => readQuestion(text) ?? newQuestion('single')),
    renderHTML: (attrs) => ({ 'data-question': JSON.stringify(attrs.question) }),
  },
}

const container = (name: string, attributes: Attributes, view: typeof CalloutView) =>
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

const atom = (name: string, attributes: Attributes, view: typeof ImageView) =>
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
  container('callout', { ...kind, ...words('title', 300) }, CalloutView),
  container('collapsible', words('title', 300), CollapsibleView),
  atom(
    'image',
    {
      ...fileId('asset'),
      ...words('alt', 1000),
      ...words('caption', 1000),
      ...pixels('width'),
      ...pixels('height'),
      ...upload,
    },
    ImageView,
  ),
  atom(
    'video',
    { ...fileId('asset'), ...words('title', 300), ...fileId('captions'), ...upload, ...captionsUpload },
    VideoView,
  ),
  atom('file', { ...fileId('asset'), ...words('name', 300), ...upload }, FileView),
  atom(
    'embed',
    { ...travelling('url', '', (text) => embedAddress(text) ?? ''), ...words('title', 300) },
    EmbedView,
  ),
  atom('question', question, QuestionView),
]
