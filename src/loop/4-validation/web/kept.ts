import { useState } from 'react'

const read = <Value>(key: string): Value | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch (error) {
    // Words that another version of this page kept, and this one cannot read: begin anew.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What someone is writing, kept in this browser until it is sent: `[value, change, forget]`. */
export function useKept<Value>(key: string, empty: Value) {
  const [value, setValue] = useState<Value>(() => read<Value>(key) ?? empty)
  const change = (next: Value) => {
    setValue(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  const forget = () => {
    setValue(empty)
    localStorage.removeItem(key)
  }
  return [value, change, forget] as const
}

export const keyOfFinding = (reviewId: string, blockId: string) => `cairn:finding:${reviewId}:${blockId}`

/** Whether a finding on this block was begun here and not sent. */
export const isFindingKept = (reviewId: string, blockId: string) =>
  localStorage.getItem(keyOfFinding(reviewId, blockId)) !== null
