import { useState } from 'react'
import { addressOf } from '#platform/http/call'
import { Button, Row } from '#ui'
import { getKudosFile, type Kudos } from '../contract.ts'
import { useText } from './text.ts'
import './thanks.css'

interface ThanksFileProps {
  kudosId: string
  file: NonNullable<Kudos['file']>
  /** Who gave it, for who does not see it and was not told what it shows. */
  from: string
}

/** The picture or the clip that came with thanks. */
export function ThanksFile({ kudosId, file, from }: ThanksFileProps) {
  const t = useText()
  const [isMissing, setMissing] = useState(false)
  const src = addressOf(getKudosFile, { params: { kudosId } })
  const isClip = file.mediaType.startsWith('video/')
  const words = file.alt || t('recognition.file.from', { name: from, isClip: String(isClip) as 'true' })
  if (isMissing)
    return (
      <Row className="thanks-file-missing">
        <small className="ui-muted">{t('recognition.file.missing')}</small>
        <Button size="sm" look="ghost" onPress={() => setMissing(false)}>
          {t('recognition.file.again')}
        </Button>
      </Row>
    )
  return (
    <div className="thanks-file">
      {isClip ? (
        <>
          <video
            src={src}
            controls
            muted
            preload="metadata"
            aria-label={words}
            onError={() => setMissing(true)}
          />
          {/* Whoever does not hear it reads what it is about. */}
          {file.alt && <small className="ui-muted">{file.alt}</small>}
        </>
      ) : (
        <img
          src={src}
          alt={words}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
        />
      )}
    </div>
  )
}
