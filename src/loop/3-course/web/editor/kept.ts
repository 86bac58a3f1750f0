import { freshKey } from '#platform/http/call'
import type { Draft } from '../../contract.ts'
import type { Ask } from '../../document/asks.ts'
import type { CourseDocument } from '../../document/schema.ts'

/** What an author writes of a course: what is saved, and what this browser keeps until it is. */
export interface Written {
  title: string
  objective: string
  tags: string[]
  language: 'en' | 'fr'
  document: CourseDocument
  /** What a template says beside its text; of a course there is nothing of the kind. */
  template?: { for: string; months: number; asks: readonly Ask[] }
}

/** A text as the server has it: of a course or of a template, by its id. */
export interface Text {
  id: string
  revision: number
  written: Written
}

/** A text that waits in this browser, the revision it was written on, and when; and what of it was sent without an answer. */
export interface Kept {
  revision: number
  at: number
  written: Written
  unheard?: Written | undefined
}

const start = (courseId: string) => `cairn:draft:${courseId}:`

/** Where one window keeps its text: each has a place of its own, so that two never overwrite one another. */
export const newPlace = (courseId: string) => `${start(courseId)}${freshKey()}`

/** Keeps a text here and now; false where the browser has no room for it. */
export function keep(place: string, kept: Kept): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
    return true
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // An older, shorter text of the same place would look like the last one.
    localStorage.removeItem(place)
    return false
  }
}

export const forget = (place: string): void => localStorage.removeItem(place)

/** Says the same whatever the order of keys, which the database does not keep. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, canonical(v)]))
}

const saidIn = ({ title, objective, document, template }: Written) =>
  JSON.stringify(canonical({ title: title.trim(), objective: objective.trim(), document, template }))

export const textOfCourse = ({ course, document, revision }: Draft): Text => {
  const { id, title, objective, tags, language } = course
  return { id, revision, written: { title, objective, tags, language, document } }
}

/** Whether two texts say the same. */
export const isSameText = (a: Written, b: Written): boolean => saidIn(a) === saidIn(b)

/**
 * The newest text that this browser kept of a course or a template and the server has not: after a closed tab, a dead line, a dead
 * server. Texts that did arrive are forgotten.
 */
export function findKept(text: Text): (Kept & { place: string }) | null {
  const places = Object.keys(localStorage).filter((key) => key.startsWith(start(text.id)))
  const found = places.flatMap((place) => {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    if (kept && !isSameText(kept.written, text.written)) return [{ ...kept, place }]
    forget(place)
    return []
  })
  return found.sort((a, b) => b.at - a.at)[0] ?? null
}
