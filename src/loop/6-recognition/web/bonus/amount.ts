import { useNumber } from '#ui'
import { useText } from './text.ts'

interface Amount {
  /** The currency, or minutes. */
  unit: string
  /** Hundredths of the currency, or minutes. */
  amount: number
}

/** Amounts of one unit as people read them: 250 euros, or a day’s hours. */
export function useAmount(unit: string): (amount: number) => string {
  const t = useText()
  const isTime = unit === 'minutes'
  const money = useNumber(isTime ? undefined : { style: 'currency', currency: unit })
  return (amount) => (isTime ? t('bonus.hours', { hours: amount / 60 }) : money(amount / 100))
}

export function AmountOf({ unit, amount }: Amount) {
  return useAmount(unit)(amount)
}

/** What somebody wrote of money, in hundredths, or of hours, in minutes; null where it is no such number. */
export function readAmount(words: string, kind: 'money' | 'time'): number | null {
  const written = words.trim().replace(',', '.')
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(written)) return null
  const smallest = Math.round(Number(written) * (kind === 'money' ? 100 : 60))
  return kind === 'time' && smallest % 15 !== 0 ? null : smallest
}
