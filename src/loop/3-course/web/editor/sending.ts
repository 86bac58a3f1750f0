import { CallError, freshKey } from '#platform/http/call'
import { forget, isSameText, type Text, type Written } from './kept.ts'
import type { Sending, Store } from './stores.ts'

export type SaveState = 'saved' | 'saving' | 'waiting' | 'offline' | 'signedOut' | 'elsewhere' | 'refused'

/** How the work stands: `other` is what is on the server where that is another text, `problem` why not to save. */
export interface Standing {
  state: SaveState
  other: Text | null
  problem: CallError['problem'] | null
}

/** What one window writes on, and what of it is on its way. */
export interface Desk {
  place: string
  revision: number
  waiting: Written | null
  /** What was sent and has no answer. The server may have it all the same: it is sent again as it was, before all else. */
  unheard: Sending | null
  isKept: boolean
  /** Two texts exist: nothing is sent until its author has chosen one. */
  isTorn: boolean
  running: Promise<void>
  timer: number | null
}

/** Browsers finish what a closed page sends up to 64 kB. */
const mostWhileClosing = 60_000

const stateFor = ({ status, code }: CallError['problem']): SaveState => {
  if (code.endsWith('.saved-elsewhere')) return 'elsewhere'
  if (status === 401) return 'signedOut'
  return status === 0 || status === 408 || status === 429 || status >= 500 ? 'offline' : 'refused'
}

export type Say = (standing: Partial<Standing> & { state: SaveState }) => void

/** Sends what is waiting, on top of the revision it was read at; what could not be sent waits again. */
export async function send(store: Store, desk: Desk, isClosing: boolean, say: Say): Promise<void> {
  const sending = desk.isTorn ? null : nextOf(desk)
  if (!sending) return
  if (desk.waiting === sending.written) desk.waiting = null
  desk.unheard = sending
  say({ state: 'saving' })
  const keepalive = isClosing && JSON.stringify(sending.written).length < mostWhileClosing
  try {
    const saved = await store.save(sending, keepalive)
    settle(desk, saved.revision, say)
  } catch (error) {
    desk.waiting ??= sending.written
    if (!(error instanceof CallError)) throw error
    const state = stateFor(error.problem)
    if (state === 'elsewhere' || state === 'refused') desk.unheard = null
    if (state === 'elsewhere') return compare(store, desk, desk.waiting, say)
    return say({ state, problem: error.problem })
  }
  if (desk.waiting) return send(store, desk, isClosing, say)
}

function nextOf({ unheard, waiting: written, revision }: Desk): Sending | null {
  return unheard ?? (written && { written, revision, key: freshKey() })
}

function settle(desk: Desk, revision: number, say: Say): void {
  desk.revision = revision
  desk.unheard = null
  if (desk.waiting) return
  forget(desk.place)
  say({ state: 'saved' })
}

/** Another window saved: when it saved the very same text there is nothing to decide. */
async function compare(store: Store, desk: Desk, written: Written, say: Say): Promise<void> {
  try {
    const other = await store.load()
    if (!isSameText(other.written, written)) {
      desk.isTorn = true
      return say({ state: 'elsewhere', other })
    }
    desk.waiting = null
    settle(desk, other.revision, say)
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    say({ state: 'offline', problem: error.problem })
  }
}
