import { useWrite } from '#platform/web/use'
import { Chip, Stack, sayRefusal, ToggleChip, useDate } from '#ui'
import { endorse, type Profile, unendorse } from '../../expert.contract.ts'
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

interface ProfileWordsProps {
  profile: Profile
  /** Whether the reader may say that it is so. */
  mayEndorse?: boolean
}

/** What somebody says they can help with, on what, in which languages. */
export function ProfileWords({ profile, mayEndorse = false }: ProfileWordsProps) {
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
              {mayEndorse ? (
                <Endorse profile={profile} topic={topic} />
              ) : (
                <Chip tone="primary">
                  {topic.endorsements === null
                    ? topic.name
                    : t('leader.profile.endorsed', { topic: topic.name, count: topic.endorsements })}
                </Chip>
              )}
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

/** Says that somebody can help with a topic, and takes it back. */
function Endorse({ profile, topic }: { profile: Profile; topic: Profile['topics'][number] }) {
  const t = useText()
  const give = useWrite(endorse, ['experts'])
  const take = useWrite(unendorse, ['experts'])
  const params = { memberId: profile.member.id, topicId: topic.id }
  const { name } = profile.member
  return (
    <ToggleChip
      isSelected={topic.mine}
      isDisabled={give.isPending || take.isPending}
      count={topic.endorsements ?? undefined}
      aria-label={t('leader.profile.endorse', { topic: topic.name, name })}
      onChange={(isSaid) => (isSaid ? give : take).mutate({ params }, { onError: sayRefusal })}
    >
      {topic.name}
    </ToggleChip>
  )
}
