import { CallError, call, freshKey } from '#platform/http/call'
import { getUpload, type NewFile, sendPart, startUploadAhead, type Uploaded } from '../contract.ts'
import { alone } from './alone.ts'
import { fingerprintOf } from './fingerprint.ts'

const partSize = 1024 * 1024
const mostTries = 6

/** What a file is announced with: what it is, and the key that makes one of several tries. */
export interface Announcement {
  body: NewFile
  key: string
  signal?: AbortSignal
}

export interface UploadOptions {
  /** Announces it for a place that is there; ahead of one that is yet to be made, unless said. */
  announce?: (file: Announcement) => Promise<Uploaded>
  /** Gets 0 to 1. */
  onProgress?: (share: number) => void
  /** Gets the id under which the file is known as soon as it has one: `goOn` with it later. And how much had arrived, 0 to 1. */
  onStart?: (id: string, share: number) => void
  /** An upload that was begun before: it goes on where it stopped. */
  goOn?: string | undefined
  /** Goes on also with what was left of the same file when its window was closed. */
  isLasting?: boolean
  signal?: AbortSignal
}

/** Waits longer after each try; less when the line comes back; not at all when it was called off. */
function patience(tries: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = new AbortController()
    const go = () => {
      end.abort()
      window.clearTimeout(timer)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = window.setTimeout(go, 250 * 2 ** tries)
    window.addEventListener('online', go, { signal: end.signal })
    signal?.addEventListener('abort', go, { signal: end.signal })
  })
}

/** Whether it is only the line or the server that is away: then waiting helps, and on a full disk it does not. */
const isAway = (error: unknown) =>
  error instanceof CallError &&
  [0, 409, 502, 503, 504].includes(error.problem.status) &&
  error.problem.code !== 'server.disk-full'

/** Calls until it is answered, as long as only the line or the server is away. */
async function persist<Result>(
  work: (tries: number) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work(tries)
    } catch (error) {
      if (!isAway(error) || tries >= mostTries) throw error
      await patience(tries + 1, signal)
    }
  }
}

const ahead = (file: Announcement) => call(startUploadAhead, file)

/** An upload that was begun before; null where the server has forgotten it. */
async function begun(id: string, signal: AbortSignal | undefined): Promise<Uploaded | null> {
  try {
    return await persist(() => call(getUpload, { params: { fileId: id }, ...(signal && { signal }) }), signal)
  } catch (error) {
    if (error instanceof CallError && error.problem.status === 404) return null
    throw error
  }
}

/** Announces a file, and sends what the server has not got of it. */
async function send(file: File, body: NewFile, options: UploadOptions): Promise<Uploaded> {
  const { announce = ahead, onProgress, onStart, goOn, signal } = options
  const own = signal ? { signal } : {}
  const key = freshKey()
  const before = goOn ? await begun(goOn, signal) : null
  let state = before ?? (await persist(() => announce({ body, key, ...own }), signal))
  const params = { fileId: state.id }
  onStart?.(state.id, state.received / file.size)
  onProgress?.(state.received / file.size)
  while (!state.finished) {
    state = await persist(async (tries) => {
      // After a broken line the server may have more than it could say.
      const { received, finished } = tries === 0 ? state : await call(getUpload, { params, ...own })
      if (finished) return { ...state, received, finished }
      const part = file.slice(received, received + partSize)
      return call(sendPart, { params: { ...params, offset: received }, body: part, ...own })
    }, signal)
    onProgress?.(state.received / file.size)
  }
  return state
}

/**
 * Sends a file in parts; goes on where it stopped when the line breaks. Answers the file as the server knows it; throws CallError with the server's reason when it is refused, and an AbortError when it was called off.
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<Uploaded> {
  const body = { name: file.name.slice(0, 200), size: file.size }
  const fingerprint = options.isLasting ? await fingerprintOf(file, options.signal) : undefined
  if (!fingerprint) return send(file, body, options)
  return alone(`upload ${fingerprint} ${body.name}`, (isAlone) =>
    send(file, isAlone ? { ...body, fingerprint } : body, options),
  )
}
