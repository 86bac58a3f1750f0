import { FileDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileFault } from './file-fault.tsx'
import { useText } from './text.ts'
import { addressOfFile, useFileFault } from './use-file-fault.ts'

interface PictureProps {
  id: string
  asset: string
  alt: string
  caption: string
  /** In pixels: room is kept for it before it is there. */
  width?: number | undefined
  height?: number | undefined
  /** What lies on it, over all of it. */
  over?: ReactNode
}

export function Picture({ id, asset, alt, caption, width, height, over }: PictureProps) {
  const { fault, look, retry } = useFileFault(asset)
  return (
    <figure data-block={id}>
      {fault ? (
        <FileFault kind="image" fault={fault} words={alt} size={{ width, height }} onRetry={retry} />
      ) : (
        <div className="course-picture">
          <img
            src={addressOfFile(asset)}
            alt={alt}
            width={width}
            height={height}
            loading="lazy"
            decoding="async"
            onError={look}
          />
          {over}
        </div>
      )}
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
  const { fault, look, retry } = useFileFault(asset)
  return (
    <figure data-block={id}>
      {!fault?.refusal && (
        // biome-ignore lint/a11y/useMediaCaption: not every author has added captions
        <video src={addressOfFile(asset)} controls preload="metadata" aria-label={title} onError={look}>
          {captions && (
            <track kind="captions" src={addressOfFile(captions)} label={t('course.block.captions')} default />
          )}
        </video>
      )}
      {fault && <FileFault kind="video" fault={fault} onRetry={retry} />}
      {title && <figcaption>{title}</figcaption>}
    </figure>
  )
}

export function FileLink({ id, asset, name }: { id: string; asset: string; name: string }) {
  const t = useText()
  const { fault, look, retry } = useFileFault(asset)
  return (
    <div className="course-file-line" data-block={id}>
      {fault?.refusal ? (
        <FileFault kind="file" fault={fault} words={name} onRetry={retry} />
      ) : (
        // The browser does not say to the page that nothing came, so the page asks meanwhile.
        <a className="course-file" href={addressOfFile(asset)} download={name} onClick={look}>
          <FileDown aria-hidden size={20} strokeWidth={1.75} />
          <span>{t('course.block.file', { name })}</span>
        </a>
      )}
    </div>
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
