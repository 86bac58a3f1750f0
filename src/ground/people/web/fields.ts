import { useText } from './text.ts'

/** What is wrong with an address or a password, in words, before it is sent. */
export function useChecks() {
  const t = useText()
  return {
    email: (value: string) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('people.emailWrong')),
    password: (value: string) => (value.length >= 12 ? null : t('people.passwordShort')),
  }
}
