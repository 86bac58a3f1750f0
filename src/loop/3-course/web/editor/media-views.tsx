import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { addressOf } from '#platform/http/call'
import { Chip, TextField } from '#ui'
import { embedAddress } from '../../document/embed.ts'
import { getFile } from '../../material.contract.ts'
import { useText } from '../text.ts'
import { BlockMenu } from './block-menu.tsx'
import { Captions } from './captions.tsx'
import { UploadLine } from './upload-line.tsx'
import { useBlockFiles } from './use-files.ts'

const srcOf = (asset: string) => addressOf(getFile, { params: { fileId: asset } })

function Frame({ children, ...props }: NodeViewProps & { children: ReactNode }) {
  return (
    <NodeViewWrapper className="editor-media">
      <span className="editor-block-menu">
        <BlockMenu {...props} />
      </span>
      {children}
    </NodeViewWrapper>
  )
}

/** A picture: what it shows must be said, for those who cannot see it. Its author is asked when it comes in. */
export function ImageView(props: NodeViewProps) {
  const t = useText()
  const files = useBlockFiles()
  const { node, updateAttributes } = props
  const { id, asset, alt, caption, width, height } = node.attrs
  return (
    <Frame {...props}>
      {asset && <img src={srcOf(asset)} alt={alt} width={width ?? undefined} height={height ?? undefined} />}
      <UploadLine attrs={node.attrs} />
      <TextField
        label={t('course.editor.alt')}
        hint={t('course.editor.altHint')}
        value={alt}
        onChange={(words) => updateAttributes({ alt: words })}
        maxLength={1000}
        autoFocus={!alt && files.isNew(id)}
        after={!alt && <Chip tone="warm">{t('course.editor.altMissing')}</Chip>}
      />
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

export function VideoView(props: NodeViewProps) {
  const t = useText()
  const { node, updateAttributes } = props
  const { asset, title, captions } = node.attrs
  return (
    <Frame {...props}>
      {asset && (
        // biome-ignore lint/a11y/useMediaCaption: its author adds captions right below
        <video key={captions} src={srcOf(asset)} controls preload="metadata">
          {captions && (
            <track kind="captions" src={srcOf(captions)} label={t('course.block.captions')} default />
          )}
        </video>
      )}
      <UploadLine attrs={node.attrs} />
      <TextField
        label={t('course.editor.title')}
        value={title}
        onChange={(words) => updateAttributes({ title: words })}
        maxLength={300}
      />
      {asset && <Captions attrs={node.attrs} onRemove={() => updateAttributes({ captions: null })} />}
    </Frame>
  )
}

export function FileView(props: NodeViewProps) {
  const t = useText()
  const { node, updateAttributes } = props
  return (
    <Frame {...props}>
      <UploadLine attrs={node.attrs} />
      <TextField
        label={t('course.editor.fileName')}
        icon={FileText}
        value={node.attrs.name}
        onChange={(name) => updateAttributes({ name })}
        maxLength={300}
      />
    </Frame>
  )
}

/** A video of another site. What is copied from the address line becomes the address of the player. */
export function EmbedView(props: NodeViewProps) {
  const t = useText()
  const { node, updateAttributes } = props
  const files = useBlockFiles()
  const { url, title } = node.attrs
  const address = embedAddress(url)
  return (
    <Frame {...props}>
      {address && (
        <iframe
          src={address}
          title={title || t('course.block.embed')}
          loading="lazy"
          referrerPolicy="strict-origin-when-cross-origin"
          sandbox="allow-scripts allow-same-origin allow-presentation"
        />
      )}
      <TextField
        label={t('course.editor.embedUrl')}
        hint={t('course.editor.embedHint')}
        value={url}
        onChange={(words) => updateAttributes({ url: embedAddress(words) ?? words })}
        check={(words) => (embedAddress(words) ? null : t('course.editor.embedWrong'))}
        type="url"
        autoFocus={!url && files.isNew(node.attrs.id)}
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
