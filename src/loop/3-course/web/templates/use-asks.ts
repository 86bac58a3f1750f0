import { useCallback, useMemo } from 'react'
import { type Ask, askOf, byId, partsOf } from '../../document/asks.ts'
import type { Block } from '../../document/schema.ts'
import type { useWritten } from '../editor/use-written.ts'

const none: readonly Ask[] = []

/** What the template that is written asks for: the parts as authors will find them, of each block, and how to change it. */
export function useAsks({ written, change }: Pick<ReturnType<typeof useWritten>, 'written' | 'change'>) {
  const asks = written.template?.asks ?? none
  const said = useMemo(() => byId(asks), [asks])
  // What is an example for authors, and what they are to tell, stands in the text itself here.
  const parts = useMemo(
    () =>
      partsOf(written.document, asks).map((part) => ({
        ...part,
        placeholder: '',
        right: undefined,
        wrong: undefined,
      })),
    [written.document, asks],
  )
  const setAsk = useCallback(
    (ask: Ask) =>
      change((before) => {
        if (!before.template) return before
        const others = before.template.asks.filter(({ id }) => id !== ask.id)
        return { ...before, template: { ...before.template, asks: [...others, ask] } }
      }),
    [change],
  )
  return { parts, setAsk, askFor: (block: Block) => askOf(block, said) }
}
