import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { Link, Muted, Time, useNumber } from '#ui'
import type { Need } from '../contract.ts'
import { useText } from './text.ts'
import { VoiceButton } from './voice-button.tsx'

/** One need on a board: how many need it, what it is, and the button to join them. */
export function NeedRow({ need, after }: { need: Need; after?: ReactNode }) {
  const t = useText()
  const number = useNumber()
  return (
    <li className="need-row">
      <span className="need-count" role="img" aria-label={t('need.voices', { count: need.voices })}>
        <span aria-hidden="true">{number(need.voices)}</span>
      </span>
      <div className="need-words">
        <Link href={linkTo(paths.need, { needId: need.id })} isQuiet className="need-title">
          {need.title}
        </Link>
        <Muted>
          {t('need.by', { name: need.raisedBy.name, group: need.group.name })}, <Time at={need.raisedAt} />
        </Muted>
      </div>
      {after}
      <VoiceButton need={need} />
    </li>
  )
}
