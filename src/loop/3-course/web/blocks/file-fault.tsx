import { FileX2, ImageOff, RotateCw, VideoOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#ui'
import { useText } from './text.ts'
import { addressOfFile, type Fault } from './use-file-fault.ts'
import './file-fault.css'

const icons = { image: ImageOff, video: VideoOff, file: FileX2 }

interface FileFaultProps {
  kind: keyof typeof icons
  fault: Fault
  /** What the picture shows, or the name of the file: it stands for it meanwhile. */
  words?: string
  /** The room that a picture would take, which the page has kept for it. */
  size?: { width?: number | undefined; height?: number | undefined }
  onRetry: () => void
  /** What else may be done here. */
  children?: ReactNode
}

/** In the place of a file that does not show: what happened, what to do, and what it would have shown. */
export function FileFault({ kind, fault, words, size, onRetry, children }: FileFaultProps) {
  const t = useText()
  const Icon = icons[kind]
  const { refusal, asset } = fault
  const room = size?.width && size.height ? { aspectRatio: `${size.width} / ${size.height}` } : undefined
  return (
    <div className="course-fault" data-kind={kind} style={room}>
      <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
      <strong>{t(`course.block.fault.${kind}`)}</strong>
      {words && <p className="course-fault-words">{words}</p>}
      <p>{refusal ? refusal.message : t('course.block.fault.unreadable')}</p>
      <div className="course-fault-ways">
        {refusal ? (
          <Button size="sm" look="line" icon={RotateCw} onPress={onRetry}>
            {t('course.block.fault.retry')}
          </Button>
        ) : (
          <a href={addressOfFile(asset)} download>
            {t('course.block.fault.download')}
          </a>
        )}
        {children}
      </div>
    </div>
  )
}
