import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import { useSignedInAt } from '#people/web/index.tsx'
import type { Draft } from '../../contract.ts'
import type { CourseDocument } from '../../document/schema.ts'
import { findKept, forget, isSameText, keep, newPlace, type Text, type Written } from './kept.ts'
import { type Desk, type Say, type Standing, send } from './sending.ts'
import type { Store } from './stores.ts'

const pause = 800
const retriesEvery = 3000

const calm: Standing = { state: 'saved', other: null, problem: null }
type SetStanding = Dispatch<SetStateAction<Standing>>

/** The text to begin with: what this browser kept of an earlier visit, or what the server has. */
function begin(text: Text) {
  const kept = findKept(text)
  const isOurs = kept?.unheard !== undefined && isSameText(kept.unheard, text.written)
  const isBehind = kept !== null && kept.revision !== text.revision && !isOurs
  const written = kept?.written ?? text.written
  const desk: Desk = {
    place: kept?.place ?? newPlace(text.id),
    revision: text.revision,
    waiting: isBehind ? written : null,
    unheard: null,
    isKept: true,
    isTorn: isBehind,
    running: Promise.resolve(),
    timer: null,
  }
  const standing = isBehind ? { state: 'elsewhere' as const, other: text } : null
  return { written, desk, standing, isKept: kept !== null }
}

/** What was kept here is not saved yet: it is so from the first moment, not once its saving begins. */
const startOf = ({ isKept, standing }: ReturnType<typeof begin>): Partial<Standing> | null =>
  isKept && !standing ? { state: 'waiting' } : standing

/**
 * Saves a text as it is written: kept in this browser at once, on the server a moment later. `flush` saves now and
 * answers when it is done; `revision` is what was saved last. Where two texts exist, `goOnWith` keeps the other one as
 * a version.
 */
export function useAutosave(text: Text, store: Store) {
  const [first] = useState(() => begin(text))
  const [standing, setStanding] = useState<Standing>({ ...calm, ...startOf(first) })
  const desk = useRef<Desk>(first.desk)
  const flush = useCallback(
    (isClosing = false) => sendNext(store, desk.current, isClosing, setStanding),
    [store],
  )
  const write = useCallback(
    (written: Written) => {
      putDown(desk.current, written)
      if (desk.current.isTorn) return
      setStanding((now) => (now.state === 'offline' ? now : { ...calm, state: 'waiting' }))
      desk.current.timer = window.setTimeout(() => void flush(), pause)
    },
    [flush],
  )
  const onTop = useCallback(
    (change: ServerChange, show: (document: CourseDocument) => void) =>
      changeOnTop(desk.current, flush, change, show),
    [flush],
  )
  const goOnWith = useCallback(
    (whose: 'mine' | 'theirs') => decide(store, desk.current, standing.other, whose, setStanding),
    [store, standing.other],
  )
  useEffect(() => {
    // What was kept on top of what the server has is simply saved, without another key being pressed.
    if (first.isKept && !first.standing) write(first.written)
  }, [first, write])
  useLeaving(desk, flush)
  useRetry(standing, flush)
  useReturn(standing, flush)
  const revision = useCallback(() => desk.current.revision, [])
  return { standing, first, write, flush, goOnWith, onTop, revision }
}

/** Something that the server does to the draft, on top of a revision: the text and the revision that come of it. */
export type ServerChange = (revision: number) => Promise<Pick<Draft, 'document' | 'revision'>>

/** Saves what was written last, then lets the server change it, and shows what comes of it. False, and nothing done, while it cannot be saved. */
async function changeOnTop(
  desk: Desk,
  flush: () => Promise<void>,
  change: ServerChange,
  show: (document: CourseDocument) => void,
): Promise<boolean> {
  await flush()
  if (desk.waiting || desk.isTorn) return false
  const changing = change(desk.revision).then(({ document, revision }) => {
    desk.revision = revision
    show(document)
  })
  // What is written meanwhile is sent after it, on top of what came of it: on the revision before it would be another text.
  desk.running = changing.catch(() => undefined)
  await changing
  return true
}

/** Keeps what was written in this browser, from where it is sent. */
function putDown(desk: Desk, written: Written): void {
  desk.waiting = written
  const { revision, unheard } = desk
  desk.isKept = keep(desk.place, { revision, at: Date.now(), written, unheard: unheard?.written })
  if (desk.timer !== null) window.clearTimeout(desk.timer)
  desk.timer = null
}

/** Sends what is waiting, after what is being sent. Trying again is not news: "no connection" stays until it is over. */
function sendNext(store: Store, desk: Desk, isClosing: boolean, setStanding: SetStanding): Promise<void> {
  if (desk.timer !== null) window.clearTimeout(desk.timer)
  desk.timer = null
  const say: Say = (now) =>
    setStanding((before) =>
      now.state === 'saving' && before.state === 'offline' ? before : { ...calm, ...now },
    )
  const next = () => send(store, desk, isClosing, say)
  // One that broke has been told of where it was waited for, and stops none after it.
  desk.running = desk.running.then(next, next)
  return desk.running
}

/** Goes on with one of two texts, and keeps the other as a version. Answers the text to show. */
async function decide(
  store: Store,
  desk: Desk,
  other: Text | null,
  whose: 'mine' | 'theirs',
  setStanding: SetStanding,
): Promise<Written | null> {
  const mine = desk.waiting
  if (!other || !mine) return null
  const theirs = other.written
  await store.keepCopy(whose === 'mine' ? theirs : mine)
  desk.revision = other.revision
  desk.isTorn = false
  if (whose === 'theirs') {
    desk.waiting = null
    forget(desk.place)
    setStanding(calm)
    return theirs
  }
  await sendNext(store, desk, false, setStanding)
  return mine
}

/** A tab that is put away or closed sends what is waiting; one that cannot keep its text asks first. */
function useLeaving(desk: { current: Desk }, flush: (isClosing: boolean) => Promise<void>): void {
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') void flush(true)
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (desk.current.waiting && !desk.current.isKept) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('beforeunload', ask)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('beforeunload', ask)
      // Left for another page of Cairn: what was written last goes on its way at once.
      void flush(true)
    }
  }, [desk, flush])
}

/** Tries again while the server cannot be reached, and as soon as the line is back. */
function useRetry(standing: Standing, flush: () => Promise<void>): void {
  useEffect(() => {
    if (standing.state !== 'offline') return
    const again = window.setInterval(() => void flush(), retriesEvery)
    const now = () => void flush()
    window.addEventListener('online', now)
    return () => {
      window.clearInterval(again)
      window.removeEventListener('online', now)
    }
  }, [standing, flush])
}

/** Sends what waits for a session as soon as its author has signed in again over the page. */
function useReturn({ state }: Standing, flush: () => Promise<void>): void {
  const signedInAt = useSignedInAt()
  const seen = useRef(signedInAt)
  useEffect(() => {
    if (seen.current === signedInAt) return
    seen.current = signedInAt
    if (state === 'signedOut') void flush()
  }, [signedInAt, state, flush])
}
