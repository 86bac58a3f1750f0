import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { FileText } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Chip, TextField } from '#ui'
import { embedAddress } from '../../document/embed.ts'
import { addressOfFile, useFileFault } from '../blocks/use-file-fault.ts'
import { useText } from '../text.ts'
import { BlockMenu } from './block-menu.tsx'
import { Captions } from './captions.tsx'
import { LostFile } from './lost-file.tsx'
import { UploadLine } from './upload-line.tsx'
import { useBlockFiles } from './use-files.ts'

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
  const { fault, look, retry } = useFileFault(asset)
  return (
    <Frame {...props}>
      {asset && !fault && (
        <img
          src={addressOfFile(asset)}
          alt={alt}
          width={width ?? undefined}
          height={height ?? undefined}
          onError={look}
        />
      )}
      {fault && <LostFile kind="image" fault={fault} id={id} onRetry={retry} />}
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
  const { id, asset, title, captions } = node.attrs
  const { fault, look, retry } = useFileFault(asset)
  return (
    <Frame {...props}>
      {asset && !fault?.refusal && (
        // biome-ignore lint/a11y/useMediaCaption: its author adds captions right below
        <video key={captions} src={addressOfFile(asset)} controls preload="metadata" onError={look}>
          {captions && (
            <track kind="captions" src={addressOfFile(captions)} label={t('course.block.captions')} default />
          )}
        </video>
      )}
      {fault && <LostFile kind="video" fault={fault} id={id} onRetry={retry} />}
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
  const { id, asset } = node.attrs
  const { fault, look, retry } = useFileFault(asset)
  // Nothing is shown of it here that could fail: its author hears of it before its readers do.
  useEffect(() => {
    if (asset && !fault) look()
  }, [asset, fault, look])
  return (
    <Frame {...props}>
      {fault?.refusal && <LostFile kind="file" fault={fault} id={id} onRetry={retry} />}
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
