import { Captions as CaptionsIcon, Trash2 } from 'lucide-react'
import { Bar, Callout, FileButton, IconButton, Row } from '#ui'
import { useText } from '../text.ts'
import { useBlockFiles } from './use-files.ts'

interface CaptionsProps {
  /** Of the video. */
  attrs: Record<string, unknown>
  onRemove: () => void
}

/** The captions of a video: whether it has some, the way to add them, and why they did not arrive. */
export function Captions({ attrs, onRemove }: CaptionsProps) {
  const t = useText()
  const files = useBlockFiles()
  const { captions, captionsUploading, captionsFailed } = attrs
  if (typeof captionsUploading === 'number')
    return <Bar label={t('course.editor.captions.uploading')} value={captionsUploading} />
  return (
    <div className="editor-captions">
      <Row gap={8}>
        <FileButton
          size="sm"
          icon={CaptionsIcon}
          accept={['.vtt', 'text/vtt']}
          onFile={(file) => files.caption(String(attrs.id), file)}
        >
          {captions ? t('course.editor.captions.replace') : t('course.editor.captions.add')}
        </FileButton>
        {captions !== null && (
          <IconButton icon={Trash2} size="sm" label={t('course.editor.captions.remove')} onPress={onRemove} />
        )}
      </Row>
      <small className="ui-muted">
        {captions ? t('course.editor.captions.there') : t('course.editor.captions.hint')}
      </small>
      {typeof captionsFailed === 'string' && (
        <Callout tone="danger" isAlert title={t('course.editor.upload.failed')}>
          {captionsFailed}
        </Callout>
      )}
    </div>
  )
}
