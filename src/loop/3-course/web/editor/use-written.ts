import { useCallback, useRef, useState } from 'react'
import { CallError } from '#platform/http/call'
import { toast } from '#ui'
import { assetsOf } from '../../document/blocks.ts'
import type { Block, Step } from '../../document/schema.ts'
import { type ServerChange, useAutosave } from './autosave.ts'
import type { Text, Written } from './kept.ts'
import type { Store } from './stores.ts'
import { changedBlocks, withBlocks } from './taken-over.ts'

/** The text of a course or a template while it is written: what it is now, how to change it, and how its saving stands. */
export function useWritten(text: Text, store: Store) {
  const { standing, first, write, flush, goOnWith, onTop, revision } = useAutosave(text, store)
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
      const chosen = await goOnWith(whose)
      if (!chosen || whose === 'mine') return
      show(chosen)
      setRound((count) => count + 1)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      toast({ text: error.message, tone: 'danger' })
    }
  }
  return {
    ...{ written, change, setSteps, round, decide, isOurs },
    ...{ standing, flush, revision, ...taking },
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
  const takeOver = (change: ServerChange): Promise<boolean> => {
    const before = latest.current.document
    return onTop(change, (after) => {
      const blocks = changedBlocks(before, after)
      setSteps((steps) => withBlocks(steps, blocks))
      setTaken(blocks)
    })
  }
  return { taken, takeOver }
}
