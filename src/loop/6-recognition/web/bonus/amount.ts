import { useLocale } from '#ui'
import { useText } from './text.ts'

interface Amount {
  /** The currency, or minutes. */
  unit: string
  /** Hundredths of the currency, or minutes. */
  amount: number
}

/** Amounts of one unit as people read them: 250 euros, or a day’s hours. */
export function useAmount(unit: string): (amount: number) => string {
  const say = useAmounts()
  return (amount) => say(unit, amount)
}

/** The same of any unit. */
export function useAmounts(): (unit: string, amount: number) => string {
  const t = useText()
  const locale = useLocale()
  return (unit, amount) =>
    unit === 'minutes'
      ? t('bonus.hours', { hours: amount / 60 })
      : new Intl.NumberFormat(locale, { style: 'currency', currency: unit }).format(amount / 100)
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
