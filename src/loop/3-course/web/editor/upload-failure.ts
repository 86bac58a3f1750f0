import type { CallError } from '#platform/http/call'
import { useFileSize } from '#ui'
import { useText } from '../text.ts'

/** Why a file did not arrive, and what to do; null for one that did and is no captions. */
export type SayWhy = (error: CallError | null) => string

export function useUploadFailure(): SayWhy {
  const t = useText()
  const size = useFileSize()
  return (error) => {
    if (!error) return t('course.editor.captions.refused')
    const { problem } = error
    if (problem.code === 'file.too-large')
      return t('course.editor.upload.tooLarge', { limit: size(Number(problem.limit)) })
    if (problem.code === 'file.type-refused') return t('course.editor.upload.typeRefused')
    if (problem.code === 'server.disk-full') return t('course.editor.upload.full')
    if (problem.status === 0 || problem.status >= 500) return t('course.editor.upload.away')
    return problem.detail
  }
}
