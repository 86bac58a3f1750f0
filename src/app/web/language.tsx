import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { speak } from '#platform/http/call'
import { TextProvider } from '#ui'
import { PageFailure } from './page-place.tsx'
import { useText } from './text.ts'

type Locale = 'en' | 'fr'

interface Loaded {
  locale: Locale
  dictionary: Record<string, string>
  isWhole: boolean
  /** The words of the other pages did not arrive: a page that needs them says so, in those of Home. */
  hasFailed: boolean
}

type Words = () => Promise<{ dictionary: Record<string, string> }>

/** What Home and the frame say, and what only the other pages say. */
const words: Record<Locale, { home: Words; others: Words }> = {
  en: { home: () => import('./dictionary-en.ts'), others: () => import('./dictionary-en-rest.ts') },
  fr: { home: () => import('./dictionary-fr.ts'), others: () => import('./dictionary-fr-rest.ts') },
}

/** Home is drawn before the words of the other pages are fetched. */
const afterHome = 1500

/** The browser's language, for people who have not signed in. */
export const browserLocale = (): Locale =>
  navigator.languages.find((language) => /^(en|fr)\b/.test(language))?.startsWith('fr') ? 'fr' : 'en'

// Most people's own language: its words are on their way while the session says whose they must be.
void words[browserLocale()].home()

interface LanguageProps {
  locale: Locale
  /** Whether what is shown says only what Home and the frame say. */
  isHome?: boolean
  /** Something is about to say more than that: the other words do not wait for a quiet moment. */
  isHurried?: boolean
  children: ReactNode
}

const Whole = createContext(false)

/** What says more than Home and the frame do, wherever it stands: nothing until its words are there. */
export function OnceWhole({ children }: { children: ReactNode }) {
  return useContext(Whole) ? children : null
}

/** Speaks one language to everything below; the words of a language are loaded when they are first needed. */
export function Language({ locale, isHome = false, isHurried = false, children }: LanguageProps) {
  const loaded = useWords(locale, isHome, isHurried)
  if (!loaded) return null
  const isKnown = loaded.isWhole || isHome
  if (!isKnown && !loaded.hasFailed) return null
  return (
    <TextProvider locale={loaded.locale} dictionary={loaded.dictionary}>
      <Voice locale={loaded.locale} />
      <Whole value={loaded.isWhole}>{isKnown ? children : <PageFailure />}</Whole>
    </TextProvider>
  )
}

/** The words of a language: those of Home first, the others at once where they are needed, else in a quiet moment. */
function useWords(locale: Locale, isHome: boolean, isHurried: boolean): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const isWhole = loaded?.locale === locale && loaded.isWhole
  useEffect(() => {
    if (isWhole) return
    let current = true
    const know = (words: Omit<Loaded, 'locale'>) => current && setLoaded({ locale, ...words })
    const loadAll = async () => {
      const { home, others } = words[locale]
      const { dictionary } = await home()
      if (isHome) {
        know({ dictionary, isWhole: false, hasFailed: false })
        await new Promise((resolve) => setTimeout(resolve, isHurried ? 0 : afterHome))
        if (!current) return
      }
      const other = await others().catch(() => null)
      if (other) know({ dictionary: { ...dictionary, ...other.dictionary }, isWhole: true, hasFailed: false })
      else know({ dictionary, isWhole: false, hasFailed: true })
    }
    void loadAll()
    return () => {
      current = false
    }
  }, [locale, isHome, isHurried, isWhole])
  return loaded
}

/** Has the server answer in this language too. Stands before the pages, so that their first calls ask for it. */
function Voice({ locale }: { locale: Locale }) {
  const t = useText()
  useEffect(() => {
    speak({ locale, unreachable: t('app.unreachable'), unreadable: t('app.unreadable') })
  }, [locale, t])
  return null
}
