import { useList } from '#ui'
import type { RoleName, RuleBody, When } from '../../rules/language.ts'
import { useAmounts } from '../bonus/amount.ts'
import { useText } from './text.ts'

interface Said extends RuleBody {
  groups: readonly { id: string; name: string }[]
  topics: readonly { id: string; name: string }[]
  award: { name: string; level: string; levels: number } | null
  /** Whose budget its bonus is from. */
  purse: { name: string } | null
  /** How many groups it names that the reader may not see. */
  others?: { about: number; audience: number }
}

/** The part of what happened that somebody has, as a message is called. */
type WhoKey = Parameters<ReturnType<typeof useText>>[0] & `rule.who.${string}`

/** Says who has a part in what happens. */
export function useWho(): (when: When, role: RoleName) => string {
  const t = useText()
  return (when, role) => t(`rule.who.${when.is === 'event' ? when.event : when.is}.${role}` as WhoKey)
}

/** Says what has to happen. */
function useWhen(): (when: When) => string {
  const t = useText()
  return (when) => {
    if (when.is === 'event') return t(`rule.say.${when.event}`)
    const days = when.days ?? 0
    if (when.is === 'member')
      return t('rule.say.member', { days, what: t(`rule.count.${when.event}`, { times: when.times }) })
    const { people, useful } = when
    const found = { percent: useful?.percent ?? 0, voices: useful?.voices ?? 0 }
    return t('rule.say.course', { people, days, useful: useful ? 'yes' : 'no', ...found })
  }
}

/** Says a rule in a few plain sentences. */
export function useSentences(): (rule: Said) => string[] {
  const t = useText()
  const list = useList()
  const sayWho = useWho()
  const sayWhen = useWhen()
  const limits = useLimits()
  const sayAmount = useAmounts()
  return (rule) => {
    const { when, gives, badge, about, audience, others } = rule
    const sayAward = ({ name, level, levels }: NonNullable<Said['award']>) =>
      levels > 1 ? t('rule.say.awardLevel', { badge: name, level }) : t('rule.say.award', { badge: name })
    const award = badge && rule.award ? sayAward(rule.award) : null
    const parts = gives.map(({ to, points }) => {
      const said = { who: sayWho(when, to), points }
      return award && badge?.to === to ? t('rule.say.both', { ...said, award }) : t('rule.say.get', said)
    })
    if (award && badge && !gives.some(({ to }) => to === badge.to))
      parts.push(t('rule.say.badge', { who: sayWho(when, badge.to), award }))
    const { bonus, purse } = rule
    const proposed = bonus &&
      purse && {
        ...{ who: sayWho(when, bonus.to), group: purse.name, amount: sayAmount(bonus.unit, bonus.amount) },
      }
    // Beside other things it is said apart: it is only proposed.
    const also = proposed && parts.length > 0 ? ` ${t('rule.say.bonusToo', proposed)}` : ''
    if (proposed && parts.length === 0) parts.push(t('rule.say.bonus', proposed))
    const names = (ids: readonly string[], more = 0) => [
      ...ids.flatMap((id) => rule.groups.find((one) => one.id === id)?.name ?? []),
      ...(more > 0 ? [t('rule.say.others', { count: more })] : []),
    ]
    const subjects = [
      ...about.topicIds.flatMap((id) => rule.topics.find((one) => one.id === id)?.name ?? []),
      ...about.tags,
    ]
    const [groups, people] = [names(about.groupIds, others?.about), names(audience, others?.audience)]
    return [
      t('rule.say.event', { what: sayWhen(when), gives: list(parts) || t('rule.say.nobody') }) + also,
      ...(groups.length > 0 ? [t('rule.say.groups', { groups: list(groups) })] : []),
      ...(subjects.length > 0 ? [t('rule.say.subjects', { subjects: list(subjects) })] : []),
      ...(people.length > 0 ? [t('rule.say.audience', { groups: list(people) })] : []),
      ...(proposed ? [t('rule.say.approved')] : []),
      ...limits(rule),
    ]
  }
}

/** Says how much it gives at most. */
function useLimits(): (rule: RuleBody) => string[] {
  const t = useText()
  return ({ caps: { member, month } }) => [
    ...(member ? [t(`rule.say.cap.${member.per}`, { times: member.times })] : []),
    ...(month ? [t('rule.say.capMonth', { points: month })] : []),
    t('rule.say.once'),
  ]
}

/** A rule in words. */
export function Sentence({ rule }: { rule: Said }) {
  const [first, ...rest] = useSentences()(rule)
  return (
    <p className="rule-sentence">
      {first} {rest.length > 0 && <span className="ui-muted">{rest.join(' ')}</span>}
    </p>
  )
}
