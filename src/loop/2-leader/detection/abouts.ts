import { int32At } from '#platform/db/copy'
import { numberedIds } from './ids.ts'

/** What signals are about, numbered from 1 as it comes: a need or a course, or what a line of another tool said; 0 is nothing. */
export interface Abouts {
  size: () => number
  /** The number of what two fields of a row say, the id of a subject and a tag, each with its length before it. */
  add: (bytes: Buffer, at: number) => number
  subjects: () => Iterable<readonly [number: number, id: string]>
  tags: () => Iterable<readonly [number: number, tag: string]>
}

const none = -1
const idSize = 16

export function numberedAbouts(): Abouts {
  const subjects = numberedIds()
  const tags = new Map<string, number>()
  /** Numbers of subjects, by their place among subjects. */
  const ofSubjects: number[] = []
  let size = 1
  const addSubject = (bytes: Buffer, at: number): number => {
    const place = subjects.add(bytes, at)
    const known = ofSubjects[place]
    if (known !== undefined) return known
    ofSubjects.push(size)
    size += 1
    return size - 1
  }
  const addTag = (tag: string): number => {
    const known = tags.get(tag)
    if (known !== undefined) return known
    tags.set(tag, size)
    size += 1
    return size - 1
  }
  const add = (bytes: Buffer, at: number): number => {
    if (int32At(bytes, at) === idSize) return addSubject(bytes, at + 4)
    const length = int32At(bytes, at + 4)
    return length === none ? 0 : addTag(bytes.toString('utf8', at + 8, at + 8 + length))
  }
  return {
    size: () => size,
    add,
    subjects: () => ofSubjects.map((number, place) => [number, subjects.idOf(place)] as const),
    tags: () => [...tags].map(([tag, number]) => [number, tag] as const),
  }
}
