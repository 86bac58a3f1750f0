import { useText } from './text.ts'

/** How so many days are said: in years where they are whole. */
export function useSpan() {
  const t = useText()
  return (days: number) =>
    days >= 365 && days % 365 === 0
      ? t('leader.span.years', { years: days / 365 })
      : t('leader.span.days', { days })
}
