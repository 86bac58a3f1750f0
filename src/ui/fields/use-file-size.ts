import { useNumber } from '../text/formats.ts'
import { useText } from '../text/use-text.ts'

// As the setting of the largest upload counts: a limit of 20 MB is told as 20 MB.
const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** Sizes of files in words: "340 KB", "12.4 MB". */
export function useFileSize(): (bytes: number) => string {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  return (bytes) =>
    bytes < megabyte
      ? t('ui.kilobytes', { size: number(Math.max(1, Math.round(bytes / kilobyte))) })
      : t('ui.megabytes', { size: number(bytes / megabyte) })
}
