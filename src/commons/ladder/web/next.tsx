import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { refresh } from '#platform/web/refresh'
import { useRead } from '#platform/web/use'
import { LinkButton } from '#ui'
import { getLadder } from '../ladder.contract.ts'
import { useText } from './text.ts'
import './ladder.css'

const useLadder = () => useRead(getLadder, {}, { topics: ['ladder', 'contributions'] }).data

/** The next small thing that one could give, and what it is about; nothing where there is none. */
export function Next() {
  const t = useText()
  const next = useLadder()?.next
  if (!next) return null
  return (
    <div className="ladder-next-thing">
      {next.about && <p>{next.about}</p>}
      <LinkButton href={next.path} look="soft" size="sm">
        {t(`ladder.next.${next.rung}`)}
      </LinkButton>
    </div>
  )
}

/**
 * Beside what somebody has just given: the next small thing, unless they want no proposals. It is asked for anew, since
 * what was known before may be the very thing that they did; and it is said when it comes, without taking the focus.
 */
export function AndNext() {
  const client = useQueryClient()
  const [isFresh, setFresh] = useState(false)
  const choices = useLadder()?.choices
  useEffect(() => {
    void refresh(client, ['ladder']).then(() => setFresh(true))
  }, [client])
  return (
    <div role="status" className="ladder-next">
      {isFresh && choices?.wantsProposals && <Next />}
    </div>
  )
}
