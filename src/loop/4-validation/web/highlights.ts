import { type RefObject, useEffect } from 'react'
import { rangeOn, type Selected } from './stretch.ts'

/** Words of the page that stand out, in one of the looks of `room.css`. */
export interface Mark extends Selected {
  look: 'must' | 'should' | 'note' | 'draft' | 'shown'
}

const looks: readonly Mark['look'][] = ['must', 'should', 'note', 'draft', 'shown']

/**
 * Makes words stand out without touching the page (CSS Custom Highlight API). Where a browser has none, findings still
 * quote their words.
 */
export function useHighlights(root: RefObject<HTMLElement | null>, marks: readonly Mark[]): void {
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const draw = () => {
      for (const look of looks) {
        const ranges = marks
          .filter((mark) => mark.look === look)
          .flatMap((mark) => rangeOn(root.current, mark) ?? [])
        CSS.highlights.set(`review-${look}`, new Highlight(...ranges))
      }
    }
    draw()
    // Code is coloured after it is drawn: its words are other nodes then.
    const watch = new MutationObserver(draw)
    for (const code of root.current?.querySelectorAll('pre code') ?? [])
      watch.observe(code, { childList: true })
    return () => {
      watch.disconnect()
      for (const look of looks) CSS.highlights.delete(`review-${look}`)
    }
  }, [root, marks])
}
