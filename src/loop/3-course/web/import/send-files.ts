import { uploadFile } from '#files/web/index.tsx'
import { CallError } from '#platform/http/call'
import type { Refusal } from '../../markdown/report.ts'

/** What became of a file: it is on its way under an id, has arrived, or was refused. */
export interface Fate {
  begun?: string
  asset?: string
  refused?: Refusal
}

export interface Progress {
  /** How many have arrived or were refused. */
  done: number
  all: number
  /** Of all their bytes, 0 to 1. */
  share: number
}

const refusals: Record<string, Refusal> = {
  'file.too-large': 'too-large',
  'file.type-refused': 'kind',
  'file.too-many-pixels': 'too-many-pixels',
}

/**
 * Sends files ahead of the course that they are for, one after the other, and notes what became of each; goes on where
 * an earlier try stopped. What the server refuses is noted too. Throws CallError when the line or the server fails.
 */
export async function sendFiles(
  files: readonly File[],
  fates: Map<File, Fate>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  let sent = 0
  for (const [done, file] of files.entries()) {
    const say = (share: number) =>
      onProgress({ done, all: files.length, share: (sent + share * file.size) / Math.max(1, bytes) })
    say(0)
    const fate = fates.get(file) ?? {}
    fates.set(file, fate)
    if (!fate.asset && !fate.refused) await sendOne(file, fate, signal, say)
    sent += file.size
  }
}

async function sendOne(file: File, fate: Fate, signal: AbortSignal, onProgress: (share: number) => void) {
  if (file.size === 0) {
    fate.refused = 'empty'
    return
  }
  try {
    const onStart = (id: string) => {
      fate.begun = id
    }
    const options = { goOn: fate.begun, isLasting: true, onStart, onProgress, signal }
    fate.asset = (await uploadFile(file, options)).id
  } catch (error) {
    const refused = error instanceof CallError && refusals[error.problem.code]
    if (!refused) throw error
    fate.refused = refused
  }
}
