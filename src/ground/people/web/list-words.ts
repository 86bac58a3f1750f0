import { useLocale } from '#ui'
import type { ListLine } from '../list.contract.ts'
import { useText } from './text.ts'

/** What becomes of a line, in words, with what to do about it. */
export function useReason(): (line: ListLine) => string {
  const t = useText()
  return ({ state, duplicateOf, suggestion }) => {
    const said = t(`people.list.state.${state}`, { other: duplicateOf ?? 0, suggestion: suggestion ?? '' })
    return state === 'unknown-group' && suggestion
      ? `${said} ${t('people.list.meant', { suggestion })}`
      : said
  }
}

/** The columns of a list in the reader's language, as they are understood when it is brought again. */
export function useColumns() {
  const t = useText()
  const columns = ['name', 'email', 'title', 'group', 'role', 'language', 'workingTime'] as const
  const headings = columns.map((column) => t(`people.list.column.${column}`))
  const cells = (line: ListLine) => columns.map((column) => line[column])
  return { headings, cells, separator: useLocale() === 'fr' ? ';' : ',' }
}
