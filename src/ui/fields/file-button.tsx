import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { ButtonLooks } from '../actions/button.tsx'
import { Button } from '../actions/button.tsx'

export interface FileButtonProps extends ButtonLooks {
  /** Endings and media types that the file window offers. */
  accept: readonly string[]
  onFile: (file: File) => void
  isPending?: boolean
}

/** A button that asks for one file. */
export function FileButton({ accept, onFile, ...looks }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={accept}
      onSelect={(list) => {
        const [file] = list ?? []
        if (file) onFile(file)
      }}
    >
      <Button {...looks} />
    </FileTrigger>
  )
}
