import { useSearchParams } from 'react-router'
import { type Counted, loopQuery } from '#impact/web/index.tsx'
import { listGroups } from '#people/contract.ts'
import { useRead } from '#platform/web/use'

export const periods = ['30', '90', '365'] as const
export type Period = (typeof periods)[number]

const usual: Period = '90'
const whens = ['now', 'before'] as const
const times = ['any', 'step', 'whole'] as const

/** Of which days and which group the address asks, and the groups there are to choose from. */
export function useLoopOf() {
  const [search, setSearch] = useSearchParams()
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const days = periods.find((one) => one === search.get('days')) ?? usual
  const asked = search.get('group') ?? ''
  const of = { days, groupId: asked }
  const query = { days: Number(days), ...(asked && { groupId: asked }) }
  const change = (part: Partial<typeof of>) => setSearch(loopQuery({ ...of, ...part }), { replace: true })
  return { of, query, change, groups, group: groups.find(({ id }) => id === asked) }
}

/** Which of a stage's journeys the address asks for. */
export function useCounted(): Required<Counted> {
  const [search] = useSearchParams()
  return {
    when: whens.find((one) => one === search.get('when')) ?? 'now',
    timed: times.find((one) => one === search.get('timed')) ?? 'any',
  }
}
