import { useCallback, useEffect, useRef } from 'react'
import { toast } from '#ui'

/** Says that something was taken out, and offers to have it back for as long as it can be: while the plan is open here, and open to change. */
export function useUndo(mayEdit: boolean): (text: string, undo: () => void) => void {
  const offered = useRef<(() => void)[]>([])
  useEffect(() => {
    if (!mayEdit) return
    return () => {
      for (const close of offered.current.splice(0)) close()
    }
  }, [mayEdit])
  return useCallback((text, undo) => {
    offered.current.push(toast({ text, undo }))
  }, [])
}
