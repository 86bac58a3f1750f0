import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { CallError, call } from '#platform/http/call'
import { refresh } from '#platform/web/refresh'
import { type SignalImport, takeImportPart } from '../../import.contract.ts'

/** Files that may hold such lines. */
export const fileKinds = ['.csv', '.tsv', '.txt', '.ndjson', '.jsonl', 'text/csv', 'application/x-ndjson']

/** How many lines of an import were read, and what became of them. */
export const countsOf = ({ lines, kept, rejected }: SignalImport) => ({
  lines,
  kept,
  rejected,
})

/** What the file of the lines that were not taken is called. */
export const notTakenName = (source: string, notTaken: string): string => `${source} (${notTaken})`

/**
 * Where a file most likely comes from, by its name: what was not taken of one comes from where that came from, so that
 * nothing counts twice. A browser numbers files of one name.
 */
export function sourceOf(fileName: string, notTaken: string): string {
  const name = fileName.replace(/\.\w+$/, '')
  const plain = name.replace(/ \(\d+\)$/, '')
  const end = notTakenName('', notTaken)
  return (plain.endsWith(end) ? plain.slice(0, -end.length) : name).slice(0, 40)
}

const usualPart = 512 * 1024
const largestPart = 8 * 1024 * 1024

/** Sends one part; a longer one where no line ended in it. */
async function sendPart(file: File, { id, taken }: SignalImport, size = usualPart): Promise<SignalImport> {
  try {
    return await call(takeImportPart, {
      params: { importId: id, offset: taken },
      body: file.slice(taken, taken + size),
    })
  } catch (error) {
    const isTooShort = error instanceof CallError && error.problem.code === 'import.no-lines'
    if (isTooShort && size < largestPart && taken + size < file.size)
      return sendPart(file, { id, taken } as SignalImport, size * 2)
    throw error
  }
}

/**
 * Sends a file part by part from where it was read to, until its end or until something goes wrong: then it stands, and
 * `run` goes on with it.
 */
export function useBringing() {
  const client = useQueryClient()
  const [state, setState] = useState<SignalImport | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const isRunning = useRef(false)
  const run = async (file: File, from: SignalImport): Promise<void> => {
    if (isRunning.current) return
    isRunning.current = true
    setError(null)
    setState(from)
    try {
      let now = from
      while (now.finishedAt === null) {
        now = await sendPart(file, now)
        setState(now)
      }
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    } finally {
      isRunning.current = false
      void refresh(client, ['imports'])
    }
  }
  return { state, error, run }
}
