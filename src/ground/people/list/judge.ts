import { email } from '../contract.ts'
import type { LineState, ListLine, WantedInvitation } from '../list.contract.ts'
import { languageNamed, plain, roleNamed, workingTimeNamed } from './columns.ts'
import { nearest } from './nearest.ts'
import type { Row } from './table.ts'

/** A group that the reader may see, with the names from the root down to it. */
export interface KnownGroup {
  id: string
  names: string[]
  isManaged: boolean
}

/** What is known beside the list itself. */
export interface Knowledge {
  groups: readonly KnownGroup[]
  /** Addresses in small letters that are known already. */
  addresses: ReadonlyMap<string, 'member' | 'invited'>
  /** What holds where a line says nothing. */
  usual: Pick<WantedInvitation, 'groupId' | 'role' | 'locale'>
}

interface Verdict {
  state: LineState
  suggestion?: string | null
  invitation?: WantedInvitation
}

/** Says what becomes of each line. Of two good lines with one address, the first counts. */
export function judge(rows: readonly Row[], knowledge: Knowledge): ListLine[] {
  const findGroup = groupFinder(knowledge.groups)
  const firstLines = new Map<string, number>()
  return rows.map((row) => {
    const verdict = judgeLine(row, knowledge, findGroup)
    const address = row.values.email.toLowerCase()
    const earlier = verdict.state === 'ready' ? (firstLines.get(address) ?? null) : null
    if (verdict.state === 'ready' && earlier === null) firstLines.set(address, row.line)
    const { suggestion = null, invitation = null } = verdict
    return {
      line: row.line,
      ...row.values,
      state: earlier === null ? verdict.state : 'duplicate',
      duplicateOf: earlier,
      suggestion,
      invitation: earlier === null ? invitation : null,
    }
  })
}

function judgeLine({ isBroken, values }: Row, knowledge: Knowledge, findGroup: GroupFinder): Verdict {
  if (isBroken) return { state: 'broken-quotes' }
  if (!email.safeParse(values.email).success) return { state: 'bad-address' }
  const known = knowledge.addresses.get(values.email.toLowerCase())
  if (known) return { state: known }
  if (values.name === '') return { state: 'no-name' }
  if (values.name.length > 120 || values.title.length > 120) return { state: 'too-long' }
  const role = values.role === '' ? knowledge.usual.role : roleNamed(values.role)
  if (!role) return { state: 'unknown-role' }
  const locale = values.language === '' ? knowledge.usual.locale : languageNamed(values.language)
  if (!locale) return { state: 'unknown-language' }
  const workingTime = values.workingTime === '' ? 100 : workingTimeNamed(values.workingTime)
  if (workingTime === null) return { state: 'bad-working-time' }
  const found = findGroup(values.group, knowledge.usual.groupId)
  if (!('group' in found)) return found
  if (!found.group.isManaged) return { state: 'not-allowed' }
  const { email: address, name, title } = values
  const invitation = { email: address, name, title, groupId: found.group.id, role, locale, workingTime }
  return { state: 'ready', invitation }
}

type GroupFinder = (words: string, usual: string) => { group: KnownGroup } | Verdict

/** Finds groups by their name, or by the end of their path where several have the name: “Lab > Bench”. */
function groupFinder(groups: readonly KnownGroup[]): GroupFinder {
  const byName = Map.groupBy(groups, ({ names }) => plain(names.at(-1) ?? ''))
  const paths = groups.flatMap((group) =>
    group.names.slice(0, -1).map((_, from) => ({ key: plain(group.names.slice(from).join(' ')), group })),
  )
  const byPath = Map.groupBy(paths, ({ key }) => key)
  const suggestions = new Map<string, string | null>()
  const suggest = (key: string) => {
    if (!suggestions.has(key)) {
      const meant = byName.get(nearest(key, [...byName.keys()]) ?? '')
      suggestions.set(key, meant?.[0]?.names.at(-1) ?? null)
    }
    return suggestions.get(key) ?? null
  }
  return (words, usual) => {
    if (words === '') {
      const group = groups.find(({ id }) => id === usual)
      return group ? { group } : { state: 'unknown-group' }
    }
    const key = plain(words)
    const found = byName.get(key) ?? byPath.get(key)?.map(({ group }) => group) ?? []
    const [group, other] = found
    if (!group) return { state: 'unknown-group', suggestion: suggest(key) }
    return other ? { state: 'ambiguous-group', suggestion: group.names.slice(1).join(' > ') } : { group }
  }
}
