import { FileDown } from 'lucide-react'
import { addressOf } from '#platform/http/call'
import { getFile } from '../../material.contract.ts'
import { useText } from './text.ts'

const addressOfFile = (fileId: string) => addressOf(getFile, { params: { fileId } })

interface PictureProps {
  id: string
  asset: string
  alt: string
  caption: string
  /** In pixels: room is kept for it before it is there. */
  width?: number | undefined
  height?: number | undefined
}

export function Picture({ id, asset, alt, caption, width, height }: PictureProps) {
  return (
    <figure data-block={id}>
      <img
        src={addressOfFile(asset)}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

interface VideoProps {
  id: string
  asset: string
  title: string
  captions: string | null
}

export function Video({ id, asset, title, captions }: VideoProps) {
  const t = useText()
  return (
    <figure data-block={id}>
      {/* biome-ignore lint/a11y/useMediaCaption: not every author has added captions */}
      <video src={addressOfFile(asset)} controls preload="metadata" aria-label={title}>
        {captions && (
          <track kind="captions" src={addressOfFile(captions)} label={t('course.block.captions')} default />
        )}
      </video>
      {title && <figcaption>{title}</figcaption>}
    </figure>
  )
}

export function FileLink({ id, asset, name }: { id: string; asset: string; name: string }) {
  const t = useText()
  return (
    <p data-block={id}>
      <a className="course-file" href={addressOfFile(asset)} download={name}>
        <FileDown aria-hidden size={20} strokeWidth={1.75} />
        <span>{t('course.block.file', { name })}</span>
      </a>
    </p>
  )
}

/** A player of another site, which may run its own scripts there and nothing here. */
export function Embed({ id, url, title }: { id: string; url: string; title: string }) {
  const t = useText()
  return (
    <figure data-block={id}>
      <iframe
        src={url}
        title={title || t('course.block.embed')}
        loading="lazy"
        allowFullScreen
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-presentation"
      />
      {title && <figcaption>{title}</figcaption>}
    </figure>
  )
}
