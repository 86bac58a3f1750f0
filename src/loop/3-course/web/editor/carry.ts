import { CallError } from '#platform/http/call'
import { toast } from '#ui'
import { type FileUse, fits } from '../../document/uses.ts'
import { sendFile } from './course-files.ts'
import type { UploadWords } from './upload-words.ts'

/** Where a block says what became of a file: of its own, or of the captions of a video. */
export interface Place {
  asset: 'asset' | 'captions'
  uploading: string
  failed: string
  /** The block is there for this file: it goes when that does not come, and shows it as what it is. */
  isBlock: boolean
}
export const own: Place = { asset: 'asset', uploading: 'uploading', failed: 'failed', isBlock: true }
/** The same of a block that has a file, which stays until the new one is there. */
export const instead: Place = { ...own, isBlock: false }
export const spoken: Place = {
  isBlock: false,
  asset: 'captions',
  uploading: 'captionsUploading',
  failed: 'captionsFailed',
}

export interface Job {
  block: string
  /** What the file becomes of its block. */
  as: Place
  use: FileUse
  load: (signal: AbortSignal) => Promise<File>
  stop: AbortController
  /** The upload it became, to go on with after a failure. */
  begun?: string
}

/** The block that a file is for. */
export interface Target {
  /** Sets attributes; null takes the block away. */
  set: (attrs: Record<string, unknown> | null) => void
  /** Makes a block of it that shows any file. */
  makeFile: (attrs: { asset: string; name: string }) => void
}

/**
 * Sends one file and says on its block how that goes. What turns out to be no picture or no video stands there as a file.
 * Answers false when it failed and may be tried again.
 */
export async function carry(
  courseId: string,
  job: Job,
  { set, makeFile }: Target,
  words: UploadWords,
): Promise<boolean> {
  job.stop = new AbortController()
  const { signal } = job.stop
  const { asset, uploading, failed } = job.as
  set({ [uploading]: 0, [failed]: null })
  try {
    const file = await job.load(signal)
    const done = await sendFile(courseId, file, {
      goOn: job.begun,
      signal,
      onStart: (begun, share) => {
        if (share > 0 && !job.begun) toast(words.goesOn(file.name, share))
        job.begun = begun
      },
      onProgress: (share) => set({ [uploading]: share }),
    })
    const size = asset === 'asset' && { width: done.width, height: done.height }
    if (fits(job.use, done.mediaType ?? '')) set({ [asset]: done.id, ...size, [uploading]: null })
    else if (job.as.isBlock) makeFile({ asset: done.id, name: file.name.slice(0, 300) })
    else set({ [uploading]: null, [failed]: words.unfit(job.use) })
    return true
  } catch (error) {
    if (signal.aborted) {
      set(job.as.isBlock ? null : { [uploading]: null })
      return true
    }
    if (!(error instanceof CallError)) throw error
    set({ [uploading]: null, [failed]: words.failed(error) })
    return false
  }
}
