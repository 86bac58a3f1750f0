import type { Editor } from '@tiptap/react'
import { createContext, type RefObject, useContext, useEffect, useRef, useState } from 'react'
import { toast } from '#ui'
import { unfinishedQuestions } from '../../document/ready.ts'
import { useText } from '../text.ts'
import type { useWritten } from './use-written.ts'

/** The block that its author is led to; a new object each time. */
interface Wanted {
  id: string
}

const WantedContext = createContext<Wanted | null>(null)
export const WantedBlock = WantedContext.Provider

/**
 * Before others are asked to look: saves what was written last, and leads its author to the first question that is not
 * finished, if there is one; then it answers false.
 */
export function useReadiness(
  { written, flush }: Pick<ReturnType<typeof useWritten>, 'written' | 'flush'>,
  openStep: (id: string) => void,
) {
  const t = useText()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const prepare = async (): Promise<boolean> => {
    await flush()
    const unfinished = unfinishedQuestions(written.document)
    const [first] = unfinished
    if (!first) return true
    openStep(first.step.id)
    setWanted({ id: first.id })
    toast(t('course.editor.finishFirst', { count: unfinished.length }))
    return false
  }
  const goTo = (stepId: string, blockId: string | null) => {
    openStep(stepId)
    setWanted(blockId === null ? null : { id: blockId })
  }
  return { prepare, wanted, goTo }
}

/** Brings a passage of a step into sight, and the cursor into it, when its author is led to it. */
export function useWantedPassage(editor: Editor | null): void {
  const wanted = useContext(WantedContext)
  useEffect(() => {
    if (!wanted || !editor) return
    editor.state.doc.descendants((node, position) => {
      // A question has fields of its own: see `useWantedBlock`.
      if (node.attrs.id !== wanted.id || node.type.name === 'question') return
      const chain = editor.chain().focus()
      if (node.isTextblock) chain.setTextSelection(position + node.nodeSize - 1)
      else chain.setNodeSelection(position)
      chain.scrollIntoView().run()
    })
  }, [wanted, editor])
}

/** Brings a block into sight, and the cursor into its first field, when its author is led to it. */
export function useWantedBlock<Element extends HTMLElement>(id: unknown): RefObject<Element | null> {
  const block = useRef<Element>(null)
  const wanted = useContext(WantedContext)
  useEffect(() => {
    if (wanted?.id !== id) return
    block.current?.scrollIntoView({ block: 'center' })
    block.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [wanted, id])
  return block
}
