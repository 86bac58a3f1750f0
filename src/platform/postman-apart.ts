import { Worker } from 'node:worker_threads'
import { type Delivery, type Mail, type MailServer, openPostman, type Postman } from '#platform/mail'

type Told = { id: number; delivery: Delivery }

/**
 * A postman in a thread of its own, which gives way to all others: to write thousands of mails keeps a processor busy, and
 * no request waits for it. Should the thread break, nobody knows of the mails it had in hand whether they arrived; what
 * comes after is for later.
 */
export function openPostmanApart(server: MailServer, most: number): Postman {
  // Into a folder goes what somebody reads by hand: that is little.
  if (!server.smtpUrl) return openPostman(server, most)
  let thread: Worker | undefined
  let broken: Error | undefined
  const waiting = new Map<number, (delivery: Delivery) => void>()
  const end = (error: Error) => {
    broken = error
    for (const done of waiting.values()) done({ is: 'unsure', error })
    waiting.clear()
  }
  const begin = () => {
    const made = new Worker(new URL('./postman-thread.ts', import.meta.url), {
      workerData: { server, most },
      // What it makes and lets go of at once is not copied about while it is young: others would do that for it.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
    made.on('message', ({ id, delivery }: Told) => {
      waiting.get(id)?.(delivery)
      waiting.delete(id)
    })
    made.on('error', end)
    // Between two pieces of work it keeps no process alive: while there is one, others do.
    made.unref()
    made.on('exit', (code) => end(new Error(`the thread that sends mails ended with code ${code}`)))
    return made
  }
  let last = 0
  const deliver = (mail: Mail): Promise<Delivery> =>
    new Promise((resolve) => {
      if (broken) return resolve({ is: 'later', error: broken })
      thread ??= begin()
      last += 1
      waiting.set(last, resolve)
      thread.postMessage({ id: last, mail })
    })
  return { deliver, close: () => void thread?.terminate() }
}

/** Does a piece of work with a postman; it answers whether more follows at once. */
export type WithPostman = (work: (postman: Pick<Postman, 'deliver'>) => Promise<boolean>) => Promise<void>

/**
 * One postman apart for pieces of work that follow each other, so that no thread is begun for each: it is kept while more
 * follows, and let go of at the end and when a piece of work throws.
 */
export function keepPostmanApart(server: MailServer, most: number): WithPostman {
  let kept: Postman | undefined
  let users = 0
  return async (work) => {
    kept ??= openPostmanApart(server, most)
    users += 1
    let goesOn = false
    try {
      goesOn = await work(kept)
    } finally {
      users -= 1
      if (!goesOn && users === 0) {
        kept.close()
        kept = undefined
      }
    }
  }
}
