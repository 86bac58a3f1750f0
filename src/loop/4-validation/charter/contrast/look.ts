import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A picture with more pixels, or a larger file, is not looked at: it would take too much memory. */
const mostPixels = 16_000_000
const mostBytes = 50 * 1024 * 1024
const types = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/**
 * What hangs is broken off. The thread gives way to everything else, so that a large picture, a matter of seconds on an
 * idle machine, may take minutes on a busy one: that is no fault of it.
 */
export const patience = 10 * 60_000

export interface KnownFile {
  mediaType: string | null
  size: number
  width: number | null
  height: number | null
}

/** Whether a file is a picture that can be looked at; one that does not say its size is not trusted. */
export const canBeLookedAt = ({ mediaType, size, width, height }: KnownFile): boolean =>
  types.has(mediaType ?? '') &&
  size <= mostBytes &&
  (width ?? mostPixels) * (height ?? mostPixels) <= mostPixels

/**
 * The contrast of the words in a picture file, 1 to 21 in tenths; null where there are none for sure, and where the file
 * is broken. It is decoded and looked at in a thread of its own, so that no request waits. Throws what broke the thread,
 * and when it has taken longer than `patience`.
 */
export async function contrastOfFile(path: string): Promise<number | null> {
  const late = AbortSignal.timeout(patience)
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  try {
    const [contrast] = (await once(thread, 'message', { signal: late })) as [number | null]
    return contrast === null ? null : Math.round(contrast * 10) / 10
  } finally {
    await thread.terminate()
  }
}
