import { useCallback, useRef, useState } from 'react'
import { CallError } from '#platform/http/call'
import { toast } from '#ui'
import type { Draft } from '../../contract.ts'
import { assetsOf } from '../../document/blocks.ts'
import type { Block, Step } from '../../document/schema.ts'
import { type ServerChange, useAutosave } from './autosave.ts'
import type { Written } from './kept.ts'
import { changedBlocks, withBlocks } from './taken-over.ts'

/** The text of a course while it is written: what it is now, how to change it, and how its saving stands. */
export function useWritten(draft: Draft) {
  const { standing, first, write, flush, goOnWith, onTop } = useAutosave(draft)
  const [written, setWritten] = useState<Written>(first.written)
  // Counts the texts that were taken over whole: whoever shows a part of one begins anew.
  const [round, setRound] = useState(0)
  const latest = useRef(written)
  const show = useCallback((next: Written) => {
    latest.current = next
    setWritten(next)
  }, [])
  const change = useCallback(
    (edit: (before: Written) => Written) => {
      const next = edit(latest.current)
      show(next)
      write(next)
    },
    [show, write],
  )
  const setSteps = useCallback(
    (edit: (steps: Step[]) => Step[]) =>
      change((before) => ({ ...before, document: { type: 'doc', content: edit(before.document.content) } })),
    [change],
  )
  const taking = useTakeOver(onTop, latest, setSteps)
  const isOurs = useCallback((asset: string) => assetsOf(latest.current.document).includes(asset), [])
  const decide = async (whose: 'mine' | 'theirs') => {
    try {
      const text = await goOnWith(whose)
      if (!text || whose === 'mine') return
      show(text)
      setRound((count) => count + 1)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      toast({ text: error.message, tone: 'danger' })
    }
  }
  return {
    written,
    change,
    setSteps,
    round,
    standing,
    flush,
    decide,
    isOurs,
    ...taking,
    isRecovered: first.isKept && !first.standing,
  }
}

type Autosave = ReturnType<typeof useAutosave>

/** Takes over what the server makes of the draft, block by block: what was written meanwhile elsewhere stays. */
function useTakeOver(
  onTop: Autosave['onTop'],
  latest: { current: Written },
  setSteps: (edit: (steps: Step[]) => Step[]) => void,
) {
  // Blocks that the server wrote, for whoever shows them: a new list each time.
  const [taken, setTaken] = useState<readonly Block[]>([])
  const takeOver = async (change: ServerChange): Promise<boolean> => {
    const before = latest.current.document
    const after = await onTop(change)
    if (!after) return false
    const blocks = changedBlocks(before, after)
    setSteps((steps) => withBlocks(steps, blocks))
    setTaken(blocks)
    return true
  }
  return { taken, takeOver }
}
