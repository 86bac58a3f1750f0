import { useSession } from '#people/web/index.tsx'

/** Languages by their codes, as they are called in the reader's own. */
export function useLanguageNames(): (code: string) => string {
  const { locale } = useSession().member
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (code) => names.of(code) ?? code
}
