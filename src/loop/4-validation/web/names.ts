import type { z } from 'zod'
import type { member } from '#people/contract.ts'
import { useText } from './text.ts'

/** What somebody is called: their name, or which of the reviewers they are where a blind review does not tell it. */
export function useNameOf(): (who: Pick<z.output<typeof member>, 'id' | 'name'>) => string {
  const t = useText()
  return ({ id, name }) => name || t('validation.aReviewer', { number: Number(id.slice(-12)) })
}
