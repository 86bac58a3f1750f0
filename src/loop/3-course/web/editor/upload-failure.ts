import type { CallError } from '#platform/http/call'
import { useFileSize } from '#ui'
import { useText } from '../text.ts'

/** Why a file did not arrive, and what to do. */
export function useUploadFailure(): (error: CallError) => string {
  const t = useText()
  const size = useFileSize()
  return ({ problem }) => {
    if (problem.code === 'file.too-large')
      return t('course.editor.upload.tooLarge', { limit: size(Number(problem.limit)) })
    if (problem.code === 'file.type-refused') return t('course.editor.upload.typeRefused')
    if (problem.code === 'server.disk-full') return t('course.editor.upload.full')
    if (problem.status === 0 || problem.status >= 500) return t('course.editor.upload.away')
    return problem.detail
  }
}
