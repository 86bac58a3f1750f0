import { type ReactNode, useEffect, useState } from 'react'
import { speak } from '#platform/http/call'
import { TextProvider } from '#ui'
import { useText } from './text.ts'

type Locale = 'en' | 'fr'

interface Loaded {
  locale: Locale
  dictionary: Record<string, string>
}

const load = (locale: Locale) =>
  locale === 'fr' ? import('./dictionary-fr.ts') : import('./dictionary-en.ts')

/** The browser's language, for people who have not signed in. */
export const browserLocale = (): Locale =>
  navigator.languages.find((language) => /^(en|fr)\b/.test(language))?.startsWith('fr') ? 'fr' : 'en'

/** Speaks one language to everything below; the words of a language are loaded when it is first needed. */
export function Language({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    let current = true
    void load(locale).then(({ dictionary }) => current && setLoaded({ locale, dictionary }))
    return () => {
      current = false
    }
  }, [locale])
  if (!loaded) return null
  return (
    <TextProvider locale={loaded.locale} dictionary={loaded.dictionary}>
      <Voice locale={loaded.locale} />
      {children}
    </TextProvider>
  )
}

/** Has the server answer in this language too. Stands before the pages, so that their first calls ask for it. */
function Voice({ locale }: { locale: Locale }) {
  const t = useText()
  useEffect(() => {
    speak({ locale, unreachable: t('app.unreachable'), unreadable: t('app.unreadable') })
  }, [locale, t])
  return null
}
