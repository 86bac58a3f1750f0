import { FileUp } from 'lucide-react'
import { FileButton } from '#ui'
import { FileFault } from '../blocks/file-fault.tsx'
import type { Fault } from '../blocks/use-file-fault.ts'
import { useText } from '../text.ts'
import { accepted, type FileKind, useBlockFiles } from './use-files.ts'

interface LostFileProps {
  kind: FileKind
  fault: Fault
  /** Of the block. */
  id: string
  onRetry: () => void
}

/** A file that does not show, for its author: who may have it at hand, and puts it in its place again. */
export function LostFile({ kind, fault, id, onRetry }: LostFileProps) {
  const t = useText()
  const files = useBlockFiles()
  return (
    <FileFault kind={kind} fault={fault} onRetry={onRetry}>
      <FileButton
        size="sm"
        look="line"
        icon={FileUp}
        accept={accepted[kind]}
        onFile={(file) => files.replace(id, kind, file)}
      >
        {t('course.editor.replace')}
      </FileButton>
    </FileFault>
  )
}
