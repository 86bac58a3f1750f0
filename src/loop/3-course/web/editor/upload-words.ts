import type { CallError } from '#platform/http/call'
import { useFileSize, useNumber } from '#ui'
import type { FileUse } from '../../document/uses.ts'
import { useText } from '../text.ts'

/** What is said of a file that did not become what it was sent for. */
export interface UploadWords {
  /** That it goes on where it was left when its window was closed; `share` of it, 0 to 1, has arrived. */
  goesOn: (name: string, share: number) => string
  /** Why it did not arrive, and what to do. */
  failed: (error: CallError) => string
  /** That it arrived and is nothing to be used here, and what to do. */
  unfit: (use: FileUse) => string
  /** That it arrived and stands there as a file. */
  madeFile: (use: FileUse, name: string) => string
  /** That there are no files in a template, and what to do. */
  noFiles: string
}

export function useUploadWords(): UploadWords {
  const t = useText()
  const size = useFileSize()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  return {
    goesOn: (name, share) => t('course.editor.upload.goesOn', { name, percent: percent(share) }),
    failed: ({ problem }) => {
      if (problem.code === 'file.too-large')
        return t('course.editor.upload.tooLarge', { limit: size(Number(problem.limit)) })
      if (problem.code === 'file.type-refused') return t('course.editor.upload.typeRefused')
      if (problem.code === 'server.disk-full') return t('course.editor.upload.full')
      if (problem.status === 0 || problem.status >= 500) return t('course.editor.upload.away')
      return problem.detail
    },
    unfit: (use) =>
      use === 'captions' ? t('course.editor.captions.refused') : t('course.editor.upload.unfit', { use }),
    madeFile: (use, name) => t('course.editor.upload.madeFile', { use, name }),
    noFiles: t('template.noFiles'),
  }
}
