import { lazy, useState } from 'react'
import { useSearchParams } from 'react-router'
import { getMyCoaching } from '#community/coach.contract.ts'
import { pages } from '#community/web/index.tsx'
import { AndNext } from '#ladder/web/index.tsx'
import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'

const Community = lazy(async () => {
  const page = pages.find(({ path }) => path === paths.leadersCommunity)
  if (!page) throw new Error('the community has no page of its own')
  return { default: (await page.load()).Component }
})

/** The community of leaders; and below it, for who has just become a coach there, the next small thing. */
export function Component() {
  const hasBegun = useCoachesMore()
  return (
    <>
      <Community />
      {hasBegun && (
        <div className="app-below">
          <AndNext />
        </div>
      )}
    </>
  )
}

/** Whether the reader coaches more than when they came: they offered to, or said yes to somebody. */
function useCoachesMore(): boolean {
  const [search] = useSearchParams()
  const isLeader = holdsRole(useSession(), 'leader')
  const isHere = isLeader && search.get('part') === 'coaching'
  const mine = useRead(getMyCoaching, {}, { topics: ['coaching'], enabled: isHere }).data
  const [first, setFirst] = useState<number | null>(null)
  if (!isHere || !mine) return false
  const now = Number(mine.offer !== null) + mine.asked.filter(({ state }) => state === 'coaching').length
  if (first === null) setFirst(now)
  return first !== null && now > first
}
