import { Select } from './select.tsx'

interface NumberChoiceProps {
  label: string
  hint?: string
  name?: string
  value: number
  /** The numbers to choose from; the one that holds is among them always. */
  among: readonly number[]
  words: (one: number) => string
  onChange: (next: number) => void
}

/** One of a few numbers, each said in words. */
export function NumberChoice({ value, among, words, onChange, ...field }: NumberChoiceProps) {
  const all = [...new Set([...among, value])].sort((a, b) => a - b)
  return (
    <Select
      {...field}
      value={`${value}`}
      items={all.map((one) => ({ id: `${one}`, label: words(one) }))}
      onChange={(one) => onChange(Number(one))}
    />
  )
}
