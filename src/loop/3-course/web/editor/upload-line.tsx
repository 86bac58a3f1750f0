import { Bar, Button, Callout, Row, useNumber } from '#ui'
import { useText } from '../text.ts'
import { useBlockFiles } from './use-files.ts'

/** How far the file of a block is on its way; or why it did not arrive, and the way to try again. */
export function UploadLine({ attrs }: { attrs: Record<string, unknown> }) {
  const t = useText()
  const files = useBlockFiles()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const id = String(attrs.id)
  const { asset, uploading, failed } = attrs
  if (asset && typeof uploading !== 'number' && typeof failed !== 'string') return null
  if (typeof uploading === 'number') {
    return (
      <Row gap={12} isTight>
        <div className="editor-grow">
          <small className="ui-muted">
            {t('course.editor.uploadingAt', { percent: percent(uploading) })}
          </small>
          <Bar label={t('course.editor.uploading')} value={uploading} />
        </div>
        <Button size="sm" onPress={() => files.cancel(id)}>
          {t('course.editor.upload.cancel')}
        </Button>
      </Row>
    )
  }
  return (
    <Callout tone="danger" isAlert title={t('course.editor.upload.failed')}>
      <p>{typeof failed === 'string' ? failed : t('course.editor.upload.gone')}</p>
      <Row gap={8}>
        {typeof failed === 'string' && (
          <Button size="sm" onPress={() => files.retry(id)}>
            {t('course.editor.upload.retry')}
          </Button>
        )}
        {!asset && (
          <Button size="sm" look="ghost" onPress={() => files.cancel(id)}>
            {t('course.editor.removeBlock')}
          </Button>
        )}
      </Row>
    </Callout>
  )
}
