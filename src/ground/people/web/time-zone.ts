import { useEffect } from 'react'
import { useWrite } from '#platform/web/use'
import { changeMember, type Session } from '../contract.ts'

/** Says where somebody is who never said it, as their browser knows it: mail then comes at their hours. */
export function useTimeZoneOnce(session: Session | undefined): void {
  const { mutate } = useWrite(changeMember, ['people'])
  const memberId = session && session.member.timeZone === null ? session.member.id : undefined
  useEffect(() => {
    if (!memberId) return
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    mutate({ params: { memberId }, body: { timeZone } })
  }, [memberId, mutate])
}
