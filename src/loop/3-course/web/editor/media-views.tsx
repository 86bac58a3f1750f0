import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { FileText, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { addressOf } from '#platform/http/call'
import { Chip, IconButton, TextField } from '#ui'
import { getFile } from '../../material.contract.ts'
import { useText } from '../text.ts'

const srcOf = (asset: string) => addressOf(getFile, { params: { fileId: asset } })

function Frame({ onRemove, children }: { onRemove: () => void; children: ReactNode }) {
  const t = useText()
  return (
    <NodeViewWrapper className="editor-media">
      <span className="editor-remove">
        <IconButton icon={Trash2} size="sm" label={t('course.editor.removeBlock')} onPress={onRemove} />
      </span>
      {children}
    </NodeViewWrapper>
  )
}

function Waiting({ uploading }: { uploading: string | null }) {
  const t = useText()
  return (
    <p className="ui-muted" role="status">
      {uploading ?? t('course.editor.uploading')}
    </p>
  )
}

/** A picture: what it shows must be said, for those who cannot see it. */
export function ImageView({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useText()
  const { asset, alt, caption, uploading } = node.attrs
  return (
    <Frame onRemove={deleteNode}>
      {asset ? <img src={srcOf(asset)} alt={alt} /> : <Waiting uploading={uploading} />}
      <TextField
        label={t('course.editor.alt')}
        hint={t('course.editor.altHint')}
        value={alt}
        onChange={(words) => updateAttributes({ alt: words })}
        maxLength={1000}
      />
      {!alt && <Chip tone="warm">{t('course.editor.altMissing')}</Chip>}
      <TextField
        label={t('course.editor.caption')}
        isOptional
        value={caption}
        onChange={(words) => updateAttributes({ caption: words })}
        maxLength={1000}
      />
    </Frame>
  )
}

export function VideoView({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useText()
  const { asset, title, uploading } = node.attrs
  return (
    <Frame onRemove={deleteNode}>
      {/* biome-ignore lint/a11y/useMediaCaption: captions are added by the author as a file of their own */}
      {asset ? <video src={srcOf(asset)} controls preload="metadata" /> : <Waiting uploading={uploading} />}
      <TextField
        label={t('course.editor.title')}
        value={title}
        onChange={(words) => updateAttributes({ title: words })}
        maxLength={300}
      />
    </Frame>
  )
}

export function FileView({ node, deleteNode }: NodeViewProps) {
  const { asset, name, uploading } = node.attrs
  return (
    <Frame onRemove={deleteNode}>
      <p>
        <FileText size={18} aria-hidden="true" /> {name}
      </p>
      {!asset && <Waiting uploading={uploading} />}
    </Frame>
  )
}

export function EmbedView({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useText()
  const { url, title } = node.attrs
  return (
    <Frame onRemove={deleteNode}>
      <TextField
        label={t('course.editor.embedUrl')}
        value={url}
        onChange={(words) => updateAttributes({ url: words })}
        type="url"
      />
      <TextField
        label={t('course.editor.title')}
        value={title}
        onChange={(words) => updateAttributes({ title: words })}
        maxLength={300}
      />
    </Frame>
  )
}
