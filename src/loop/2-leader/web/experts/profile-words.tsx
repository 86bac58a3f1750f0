import { Chip, Stack, useDate } from '#ui'
import type { Profile } from '../../expert.contract.ts'
import { useText } from '../text.ts'
import { useLanguageNames } from './words.ts'

/** Whether somebody has time; nothing where they do. */
export function Availability({ profile: { availability, until } }: { profile: Profile }) {
  const t = useText()
  const date = useDate()
  if (availability === 'open') return <Chip tone="success">{t('leader.profile.open')}</Chip>
  const words = until
    ? t(`leader.profile.${availability}Until`, { date: date(until) })
    : t(`leader.profile.${availability}`)
  return <Chip tone={availability === 'busy' ? 'warm' : 'neutral'}>{words}</Chip>
}

/** What somebody says they can help with, on what, in which languages. */
export function ProfileWords({ profile }: { profile: Profile }) {
  const t = useText()
  const name = useLanguageNames()
  const { helpsWith, topics, languages, isLeader } = profile
  return (
    <Stack gap={8}>
      {helpsWith && <p className="nomination-said">{helpsWith}</p>}
      {topics.length > 0 && (
        <ul className="expert-topics" aria-label={t('leader.profile.topics')}>
          {topics.map((topic) => (
            <li key={topic.id}>
              <Chip tone="primary">{topic.name}</Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="expert-facts">
        {helpsWith && <Availability profile={profile} />}
        {isLeader && <Chip tone="success">{t('leader.radar.leader')}</Chip>}
        <span className="ui-muted">{languages.map(name).join(', ')}</span>
      </div>
    </Stack>
  )
}
