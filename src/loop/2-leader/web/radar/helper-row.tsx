import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { Avatar, Button, Chip, Link, Spread, useNumber } from '#ui'
import type { Helper } from '../../radar.contract.ts'
import { useText } from '../text.ts'
import { Why } from './why.tsx'
import { usePartWords } from './words.ts'

interface HelperRowProps {
  helper: Helper
  place?: number
  onInvite: (helper: Helper) => void
}

/** How much one score is and how sure, in words for those who do not see it. */
function Score({ helper }: { helper: Helper }) {
  const t = useText()
  const number = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const times = useNumber({ maximumSignificantDigits: 2 })
  const { score, low, high, people, influence } = helper
  const label = t('leader.radar.score', { score: number(score), low: number(low), high: number(high) })
  return (
    <div className="radar-score">
      <Spread label={label} value={score} low={low} high={high} />
      <span className="ui-muted">{t('leader.radar.people', { people })}</span>
      {influence > 0 && (
        <span className="ui-muted">{t('leader.radar.influence', { influence: times(influence) })}</span>
      )}
    </div>
  )
}

/** Somebody who helps others, what speaks for it, and what one may do about it. */
export function HelperRow({ helper, place, onInvite }: HelperRowProps) {
  const t = useText()
  const words = usePartWords()
  const [isAsking, setAsking] = useState(false)
  const { member, isLeader, isRising, topics, parts, recent, former } = helper
  return (
    <li className="radar-row">
      {place !== undefined && <span className="radar-place">{place}</span>}
      <Avatar id={member.id} name={member.name} />
      <div className="radar-who">
        <div className="radar-name">
          <Link href={linkTo(paths.member, { memberId: member.id })} isQuiet>
            <strong>{member.name}</strong>
          </Link>
          {isLeader && <Chip tone="success">{t('leader.radar.leader')}</Chip>}
          {isRising && <Chip tone="gold">{t('leader.radar.rising')}</Chip>}
        </div>
        <span className="ui-muted">{topics.map(({ name }) => name).join(', ') || member.title}</span>
        <ul className="radar-parts">
          {isRising && recent !== null && former !== null && (
            <li>{t('leader.radar.risingBy', { recent, former })}</li>
          )}
          {parts.slice(0, 2).map((part) => (
            <li key={`${part.kind} ${part.topic?.id}`}>{words(part)}</li>
          ))}
        </ul>
      </div>
      <Score helper={helper} />
      <div className="radar-acts">
        <Button look="ghost" onPress={() => setAsking(true)}>
          {t('leader.radar.why')}
        </Button>
        {!isLeader && (
          <Button
            look="primary"
            onPress={() => onInvite(helper)}
            aria-label={t('leader.radar.inviteWho', { name: member.name })}
          >
            {t('leader.radar.invite')}
          </Button>
        )}
      </div>
      {isAsking && <Why member={member} onClose={() => setAsking(false)} />}
    </li>
  )
}
