import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import type { MySurvey } from '../../survey.contract.ts'

export type Naming = MySurvey['namings'][number]

/** What was written and not sent, by the place where this browser keeps it; null for nothing. */
const read = (place: string): Naming[] | null => JSON.parse(localStorage.getItem(place) ?? 'null')

/**
 * An answer that is being written: what this browser kept of it, else what was sent. It is kept with every change and
 * forgotten when it is sent or given up, for it names people.
 */
export function useDraft(survey: Pick<MySurvey, 'id' | 'namings'>) {
  const { member } = useSession()
  const place = `cairn:survey:${survey.id}:${member.id}`
  const [kept, setKept] = useState(() => read(place))
  const namings = kept ?? survey.namings
  const change = (next: Naming[]) => {
    setKept(next)
    localStorage.setItem(place, JSON.stringify(next))
  }
  const forget = () => {
    setKept(null)
    localStorage.removeItem(place)
  }
  const add = (one: Naming['member']) =>
    namings.some(({ member }) => member.id === one.id) || change([...namings, { member: one, topic: '' }])
  const remove = (id: string) => change(namings.filter(({ member }) => member.id !== id))
  const say = (id: string, topic: string) =>
    change(namings.map((one) => (one.member.id === id ? { ...one, topic } : one)))
  return { namings, isKept: kept !== null, add, remove, say, forget }
}
