import {
  type EventKind,
  type Period,
  type RoleName,
  type RuleBody,
  rolesWhen,
  type When,
} from '../../rules/language.ts'
import { readAmount } from '../bonus/amount.ts'

/** Something that is chosen from a list, with what it is called. */
export interface Chosen {
  id: string
  label: string
}

/** A bonus as it is typed, and from whose budget. */
export interface DraftedBonus {
  unit: string
  words: string
  groupId: string
  label: string
}

export const kindOfUnit = (unit: string): 'money' | 'time' => (unit === 'minutes' ? 'time' : 'money')

/** A rule being written: numbers as they are typed, one field for each thing that may be said. */
export interface Draft {
  name: string
  is: When['is']
  event: EventKind
  people: string
  percent: string
  voices: string
  times: string
  days: string
  groups: readonly Chosen[]
  topics: readonly Chosen[]
  tags: readonly Chosen[]
  audience: readonly Chosen[]
  /** By role, of those who have a part in it. */
  points: Partial<Record<RoleName, string>>
  badge: { id: string; label: string; level: number; levelName: string; levels: number } | null
  badgeTo: RoleName | null
  bonus: DraftedBonus | null
  bonusTo: RoleName | null
  capTimes: string
  capPer: Period
  capMonth: string
}

export const emptyDraft: Draft = {
  ...{ name: '', is: 'event', event: 'course-validated' },
  ...{ people: '100', percent: '80', voices: '10', times: '10', days: '' },
  ...{ groups: [], topics: [], tags: [], audience: [], points: {}, badge: null, badgeTo: null },
  ...{ bonus: null, bonusTo: null },
  ...{ capTimes: '', capPer: 'month', capMonth: '' },
}

interface Names {
  groups: readonly { id: string; name: string }[]
  topics: readonly { id: string; name: string }[]
  award: { name: string; level: string; levels: number } | null
  purse: { name: string } | null
}

const text = (number: number | null | undefined): string => (number ? String(number) : '')

/** A rule that is there, to be changed. */
export function draftOf(rule: RuleBody & Names & { name: string }): Draft {
  const { when, about, audience, gives, badge, bonus, caps } = rule
  const chosen = (all: Names['groups'], ids: readonly string[]) =>
    ids.map((id) => ({ id, label: all.find((one) => one.id === id)?.name ?? id }))
  return {
    ...emptyDraft,
    ...{ name: rule.name, is: when.is },
    ...(when.is !== 'course' && { event: when.event }),
    ...(when.is === 'course' && {
      ...{ people: text(when.people), percent: text(when.useful?.percent), days: text(when.days) },
      ...(when.useful && { voices: text(when.useful.voices) }),
    }),
    ...(when.is === 'member' && { times: text(when.times), days: text(when.days) }),
    ...{ groups: chosen(rule.groups, about.groupIds), audience: chosen(rule.groups, audience) },
    topics: chosen(rule.topics, about.topicIds),
    tags: about.tags.map((tag) => ({ id: tag, label: tag })),
    points: Object.fromEntries(gives.map(({ to, points }) => [to, text(points)])),
    badge: badge && {
      ...{ id: badge.badgeId, label: rule.award?.name ?? '' },
      ...{ level: badge.level, levelName: rule.award?.level ?? '' },
      levels: rule.award?.levels ?? 1,
    },
    badgeTo: badge?.to ?? null,
    bonus: bonus && {
      ...{ unit: bonus.unit, groupId: bonus.groupId, label: rule.purse?.name ?? '' },
      words: String(bonus.amount / (kindOfUnit(bonus.unit) === 'time' ? 60 : 100)),
    },
    bonusTo: bonus?.to ?? null,
    ...{
      capTimes: text(caps.member?.times),
      capPer: caps.member?.per ?? 'month',
      capMonth: text(caps.month),
    },
  }
}

const number = (typed: string): number => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : 0)
const numberOrNone = (typed: string): number | null => number(typed) || null

function whenOf(draft: Draft): When {
  const { is, event } = draft
  if (is === 'event') return { is, event }
  const days = numberOrNone(draft.days)
  if (is === 'member') return { is, event, times: number(draft.times), days }
  const [percent, voices] = [number(draft.percent), number(draft.voices)]
  return { is, people: number(draft.people), useful: percent > 0 ? { percent, voices } : null, days }
}

const ids = (chosen: readonly Chosen[]) => chosen.map(({ id }) => id)

function bonusOf(bonus: DraftedBonus | null, to: RoleName | undefined): RuleBody['bonus'] {
  const amount = bonus && readAmount(bonus.words, kindOfUnit(bonus.unit))
  return bonus && amount && to ? { unit: bonus.unit, amount, to, groupId: bonus.groupId } : null
}

/** The rule that a draft says. */
export function ruleOf(draft: Draft): RuleBody & { name: string } {
  const when = whenOf(draft)
  const roles = rolesWhen(when)
  const { badge, points } = draft
  const named = (one: RoleName | null) => roles.find((role) => role === one) ?? roles[0]
  const to = named(draft.badgeTo)
  const times = number(draft.capTimes)
  return {
    ...{ name: draft.name.trim(), when },
    about: { groupIds: ids(draft.groups), topicIds: ids(draft.topics), tags: ids(draft.tags) },
    audience: ids(draft.audience),
    gives: roles.flatMap((role) => {
      const worth = number(points[role] ?? '')
      return worth > 0 ? [{ to: role, points: worth }] : []
    }),
    badge: badge && to ? { badgeId: badge.id, level: badge.level, to } : null,
    bonus: bonusOf(draft.bonus, named(draft.bonusTo)),
    caps: { member: times > 0 ? { times, per: draft.capPer } : null, month: numberOrNone(draft.capMonth) },
  }
}

/** What a draft names, by what it is called. */
export const namesOf = (draft: Draft) => ({
  groups: [...draft.groups, ...draft.audience].map(({ id, label }) => ({ id, name: label })),
  topics: draft.topics.map(({ id, label }) => ({ id, name: label })),
  award: draft.badge && {
    ...{ name: draft.badge.label, level: draft.badge.levelName, levels: draft.badge.levels },
  },
  purse: draft.bonus && { name: draft.bonus.label },
})
