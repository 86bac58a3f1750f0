import { useRef, useState } from 'react'
import { CallError, call } from '#platform/http/call'
import { importMarkdown } from '../../material.contract.ts'
import { type Chosen, choose, isUsed, type Unreadable } from './chosen.ts'
import { type Fate, type Progress, sendFiles } from './send-files.ts'

export type Imported = Awaited<ReturnType<typeof call<typeof importMarkdown>>>

export interface Import {
  chosen: Chosen | null
  /** What became of the Markdown with all its files; null as long as they are on their way. */
  imported: Imported | null
  progress: Progress | null
  unreadable: Unreadable | null
  /** Why it stopped; `again` goes on from there. */
  problem: CallError | null
}

const nothing: Import = { chosen: null, imported: null, progress: null, unreadable: null, problem: null }

/**
 * Reads Markdown with the files it uses. They are sent before there is a course, so that the report knows what the
 * server says of each, and a course is made of all of it at once or not at all.
 */
export function useImport() {
  const [state, setState] = useState<Import>(nothing)
  const fates = useRef(new Map<File, Fate>())
  const running = useRef(new AbortController())
  const read = async (chosen: Chosen) => {
    running.current.abort()
    running.current = new AbortController()
    const { signal } = running.current
    setState({ ...nothing, chosen, progress: { done: 0, all: 0, share: 0 } })
    try {
      const onProgress = (progress: Progress) => setState((now) => ({ ...now, progress }))
      const imported = await readAll(chosen, fates.current, signal, onProgress)
      if (!signal.aborted) setState({ ...nothing, chosen, imported })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof CallError)) throw error
      setState({ ...nothing, chosen, problem: error })
    }
  }
  const take = async (list: readonly File[]) => {
    const next = await choose(state.chosen, list)
    // What was read before stays as it is beside the complaint.
    if ('why' in next) setState((now) => ({ ...now, unreadable: next }))
    else await read(next)
  }
  const again = () => (state.chosen ? read(state.chosen) : Promise.resolve())
  return { state, take, again }
}

async function readAll(
  { texts, beside }: Chosen,
  fates: Map<File, Fate>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Imported> {
  const ask = () => call(importMarkdown, { body: { files: texts, ...known(beside, fates) }, signal })
  const first = await ask()
  const used = beside.filter((file) => isUsed(file, first.pictures))
  const isSettled = (file: File) => fates.get(file)?.asset || fates.get(file)?.refused
  // What cannot be read would not become a course with its files either.
  if (!first.document || used.every(isSettled)) return first
  await sendFiles(used, fates, signal, onProgress)
  return ask()
}

/** What the server must know of the files beside the Markdown. */
function known(beside: readonly File[], fates: ReadonlyMap<File, Fate>) {
  const of = <Key extends 'asset' | 'refused'>(key: Key) =>
    Object.fromEntries(
      beside.flatMap((file) => {
        const value = fates.get(file)?.[key]
        return value ? [[file.name.slice(0, 300), value]] : []
      }),
    ) as Record<string, NonNullable<Fate[Key]>>
  return { assets: of('asset'), refused: of('refused') }
}
