import { useSearchParams } from 'react-router'

export const periods = ['30', '90', '365', 'all'] as const
export type Period = (typeof periods)[number]

export interface Asked {
  campaign: string
  variant: string
  group: string
  days: Period
}

const day = 86_400_000

/** The day so many days ago began, in UTC: the same question all day long. */
const daysAgo = (days: number) => new Date((Math.floor(Date.now() / day) - days) * day).toISOString()

/** Whom the address asks for, and how that is changed. */
export function useAsked() {
  const [search, setSearch] = useSearchParams()
  const said = (name: string) => search.get(name) ?? ''
  const asked: Asked = {
    ...{ campaign: said('campaign'), variant: said('variant'), group: said('group') },
    days: periods.find((one) => one === search.get('days')) ?? '90',
  }
  const query = {
    ...(asked.campaign && { campaignId: asked.campaign }),
    ...(asked.campaign && asked.variant && { variant: asked.variant }),
    ...(asked.group && { groupId: asked.group }),
    ...(asked.days !== 'all' && { from: daysAgo(Number(asked.days)) }),
  }
  const change = (part: Partial<Asked>) => {
    const next = Object.entries({ ...asked, ...part }).filter(([, value]) => value !== '')
    setSearch(Object.fromEntries(next), { replace: true })
  }
  return { asked, query, change }
}
export type FunnelQuery = ReturnType<typeof useAsked>['query']
