import { Upload } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { useText } from '../text/use-text.ts'
import { type FileRefusal, readDropped, refuse } from './files.ts'
import { useFileSize } from './use-file-size.ts'

export interface FileDropProps {
  /** What the files are for. */
  label: string
  hint?: ReactNode
  /** Endings and media types: `['.pptx', 'image/*']`; everything when left out. */
  accept?: readonly string[]
  maxBytes?: number
  isMultiple?: boolean
  isDisabled?: boolean
  /** Called with what is accepted; what is not is said in place. */
  onFiles: (files: File[]) => void
}

/** A place for files: drop them, paste them or choose them. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, accept = [], maxBytes, isMultiple = false, isDisabled = false, onFiles } = props
  const [refusals, setRefusals] = useState<FileRefusal[]>([])
  const t = useText()
  const take = (files: File[]) => {
    const wanted = isMultiple ? files : files.slice(0, 1)
    const refused = wanted.flatMap((file) => refuse(file, accept, maxBytes) ?? [])
    const accepted = wanted.filter((file) => !refused.some((one) => one.file === file))
    setRefusals(refused)
    if (accepted.length > 0) onFiles(accepted)
  }
  return (
    <div className="ui-field">
      <DropZone
        className="ui-file-drop"
        isDisabled={isDisabled}
        onDrop={(event) => readDropped(event.items).then(take)}
      >
        <Upload size={24} aria-hidden="true" />
        <Text slot="label" className="ui-file-drop-label">
          {label}
        </Text>
        {hint && <span className="ui-hint">{hint}</span>}
        <span className="ui-file-drop-row">
          <span className="ui-file-drop-or">{t('ui.dropFile', { many: isMultiple })}</span>
          <FileTrigger
            allowsMultiple={isMultiple}
            acceptedFileTypes={accept}
            onSelect={(list) => take([...(list ?? [])])}
          >
            <Button className="ui-button" data-look="line" data-size="sm" isDisabled={isDisabled}>
              {t('ui.chooseFile', { many: isMultiple })}
            </Button>
          </FileTrigger>
        </span>
      </DropZone>
      <div role="alert">
        {refusals.map((refusal) => (
          <Refused key={refusal.file.name} refusal={refusal} accept={accept} maxBytes={maxBytes} />
        ))}
      </div>
    </div>
  )
}

interface RefusedProps {
  refusal: FileRefusal
  accept: readonly string[]
  maxBytes: number | undefined
}

function Refused({ refusal: { file, why }, accept, maxBytes = 0 }: RefusedProps) {
  const t = useText()
  const size = useFileSize()
  return (
    <p className="ui-complaint">
      {why === 'type'
        ? t('ui.wrongType', { name: file.name, accepted: accept.join(', ') })
        : t('ui.tooLarge', { name: file.name, size: size(file.size), limit: size(maxBytes) })}
    </p>
  )
}
