import { useRead } from '#platform/web/use'
import { LinkButton } from '#ui'
import { getLadder } from '../ladder.contract.ts'
import { useText } from './text.ts'

/** The next small thing that one could give, and what it is about; nothing where there is none. */
export function Next() {
  const t = useText()
  const next = useRead(getLadder, {}, { topics: ['ladder', 'contributions'] }).data?.next
  if (!next) return null
  return (
    <div>
      {next.about && <p>{next.about}</p>}
      <LinkButton href={next.path} look="soft" size="sm">
        {t(`ladder.next.${next.rung}`)}
      </LinkButton>
    </div>
  )
}
