import { useCallback, useEffect, useRef, useState } from 'react'
import { addressOf, CallError, call } from '#platform/http/call'
import { type Draft, saveDraft } from '../../contract.ts'
import type { CourseDocument } from '../../document/schema.ts'

export interface Written {
  title: string
  objective: string
  tags: string[]
  language: 'en' | 'fr'
  document: CourseDocument
}

export type SaveState = 'saved' | 'saving' | 'waiting' | 'offline' | 'elsewhere' | 'refused'

interface Kept {
  revision: number
  written: Written
}

const keyOf = (courseId: string) => `cairn:draft:${courseId}`
const pause = 800

/** What this browser kept of a course and the server has not: after a closed tab, a dead line, a dead server. */
export function keptDraft(draft: Draft): Written | null {
  const kept = JSON.parse(localStorage.getItem(keyOf(draft.course.id)) ?? 'null') as Kept | null
  return kept && kept.revision === draft.revision ? kept.written : null
}

/** Why a save did not go through, and what to say about it. */
function failureOf({ problem }: CallError): { state: SaveState; detail: string } {
  const [fault] = problem.faults ?? []
  const detail = fault ? `${fault.pointer}: ${fault.detail}` : problem.detail
  if (problem.code === 'course.saved-elsewhere') return { state: 'elsewhere', detail }
  return { state: problem.status === 0 || problem.status >= 500 ? 'offline' : 'refused', detail }
}

interface Desk {
  revision: number
  waiting: Written | null
  running: Promise<void>
  timer: number | null
}

/** Sends what is waiting, on top of the revision it was read at; what could not be sent waits again. */
async function send(
  courseId: string,
  desk: Desk,
  say: (state: SaveState, detail: string) => void,
): Promise<void> {
  const written = desk.waiting
  if (!written) return
  desk.waiting = null
  say('saving', '')
  try {
    const saved = await call(saveDraft, {
      params: { courseId },
      body: { revision: desk.revision, ...written },
    })
    desk.revision = saved.revision
    if (desk.waiting) return
    localStorage.removeItem(keyOf(courseId))
    say('saved', '')
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    desk.waiting ??= written
    const { state, detail } = failureOf(error)
    say(state, detail)
  }
}

/**
 * Saves a course as it is written: kept in this browser at once, on the server a moment later. `flush` saves now and
 * answers when it is done.
 */
export function useAutosave(draft: Draft) {
  const courseId = draft.course.id
  const [said, setSaid] = useState({ state: 'saved' as SaveState, detail: '' })
  const desk = useRef<Desk>({
    revision: draft.revision,
    waiting: null,
    running: Promise.resolve(),
    timer: null,
  })
  const flush = useCallback(() => {
    const { current } = desk
    if (current.timer !== null) window.clearTimeout(current.timer)
    current.timer = null
    current.running = current.running.then(() =>
      send(courseId, current, (state, detail) => setSaid({ state, detail })),
    )
    return current.running
  }, [courseId])
  const write = useCallback(
    (written: Written) => {
      const { current } = desk
      current.waiting = written
      localStorage.setItem(
        keyOf(courseId),
        JSON.stringify({ revision: current.revision, written } satisfies Kept),
      )
      setSaid((now) => (now.state === 'elsewhere' ? now : { state: 'waiting', detail: '' }))
      if (current.timer !== null) window.clearTimeout(current.timer)
      current.timer = window.setTimeout(() => void flush(), pause)
    },
    [courseId, flush],
  )
  useLeaving(courseId, desk)
  useRetry(said.state, flush)
  return { ...said, write, flush }
}

/** A tab that is closed or put away sends what is waiting; the browser finishes that without the page. */
function useLeaving(courseId: string, desk: { current: Desk }): void {
  useEffect(() => {
    const leave = () => {
      const written = desk.current.waiting
      if (!written || document.visibilityState !== 'hidden') return
      void fetch(addressOf(saveDraft, { params: { courseId } }), {
        method: saveDraft.method,
        keepalive: true,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ revision: desk.current.revision, ...written }),
      }).then((response) => {
        if (!response.ok) return
        desk.current.revision += 1
        if (desk.current.waiting === written) desk.current.waiting = null
      }, reportError)
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [courseId, desk])
}

/** Tries again while the server cannot be reached. */
function useRetry(state: SaveState, flush: () => Promise<void>): void {
  useEffect(() => {
    if (state !== 'offline') return
    const again = window.setTimeout(() => void flush(), 3000)
    return () => window.clearTimeout(again)
  }, [state, flush])
}
