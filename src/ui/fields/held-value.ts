import { useState } from 'react'

/** A value that the page may hold (`value`) or leave to the field (`start`). */
export function useHeldValue<Value>(
  value: Value | undefined,
  start: Value,
  onChange: ((value: Value) => void) | undefined,
): [Value, (value: Value) => void] {
  const [own, setOwn] = useState(start)
  const set = (next: Value) => {
    if (value === undefined) setOwn(next)
    onChange?.(next)
  }
  return [value === undefined ? own : value, set]
}
