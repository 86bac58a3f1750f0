import { useDeferredValue, useMemo } from 'react'
import type { Part } from '#course/document/parts.ts'
import type { Desk } from '#course/web/index.tsx'
import { type CharterFault, checkCourse, settingsOf } from '../../charter/rules.ts'
import type { Charter } from '../../charter.contract.ts'

/** What a charter finds in a text as it is written, a moment behind the typing. */
export function useFaults(
  charter: Charter | undefined,
  written: Desk['written'],
  verifyBy: string | null,
  parts: readonly Part[],
  contrasts: ReadonlyMap<string, number>,
): CharterFault[] {
  const { objective, language, document } = useDeferredValue(written)
  const settings = useMemo(() => settingsOf(charter?.rules ?? []), [charter])
  return useMemo(() => {
    const today = new Date().toISOString().slice(0, 10)
    return checkCourse({ objective, language, verifyBy, today, document, parts, contrasts }, settings)
  }, [objective, language, document, verifyBy, parts, contrasts, settings])
}
