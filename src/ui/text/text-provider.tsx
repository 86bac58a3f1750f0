import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createText, type Dictionary, type Text } from './text.ts'

interface Reader {
  locale: string
  timeZone: string | undefined
  text: Text<string>
}

const ReaderContext = createContext<Reader | null>(null)

const rightToLeft = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/

export interface TextProviderProps {
  /** BCP 47, such as `fr` or `en-GB`. */
  locale: string
  /** Every message of that locale, of all modules. */
  dictionary: Dictionary
  /** IANA name; the browser's own zone when it is left out. */
  timeZone?: string | undefined
  children: ReactNode
}

/** Tells everything below in which language, direction and time zone to speak. */
export function TextProvider({ locale, dictionary, timeZone, children }: TextProviderProps) {
  const reader = useMemo(
    () => ({ locale, timeZone, text: createText(locale, dictionary, import.meta.env.DEV) }),
    [locale, dictionary, timeZone],
  )
  return (
    <ReaderContext value={reader}>
      <PageLanguage locale={locale} />
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </ReaderContext>
  )
}

/** Tells the browser the language and direction. Stands before the children, so that an inner provider has the last word. */
function PageLanguage({ locale }: { locale: string }) {
  useEffect(() => {
    const page = document.documentElement
    const { lang, dir } = page
    page.lang = locale
    page.dir = rightToLeft.test(locale) ? 'rtl' : 'ltr'
    return () => {
      page.lang = lang
      page.dir = dir
    }
  }, [locale])
  return null
}

function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('Nothing can be said outside <TextProvider>.')
  return reader
}

/** The hook of one module: `const useText = textOf<typeof en>()`, then `const t = useText()` knows its keys. */
export function textOf<Messages extends Record<string, string>>(): () => Text<keyof Messages & string> {
  return () => useReader().text
}

/** The reader's locale, BCP 47. */
export function useLocale(): string {
  return useReader().locale
}

/** The reader's time zone, or undefined for the browser's own. */
export function useTimeZone(): string | undefined {
  return useReader().timeZone
}
