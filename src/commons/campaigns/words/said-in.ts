import type { Said, Variant } from '../language.ts'

/** What is said to somebody: in their language, else in the first that it is said in. */
export function saidIn(variant: Variant, locale: string): { locale: 'en' | 'fr'; said: Said } {
  const own = locale === 'fr' ? 'fr' : 'en'
  const other = own === 'fr' ? 'en' : 'fr'
  const said = variant[own]
  if (said) return { locale: own, said }
  return { locale: other, said: variant[other] ?? { subject: '', text: '' } }
}
