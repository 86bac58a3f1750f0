import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Link, Select, Stack } from '#ui'
import { type Badge, listBadges } from '../../badge.contract.ts'
import { periods, type RoleName, repeatable, rolesWhen } from '../../rules/language.ts'
import { BonusFields } from './bonus-fields.tsx'
import { type Draft, ruleOf } from './draft.ts'
import { NumberField } from './number-field.tsx'
import { useWho } from './sentence.tsx'
import { useText } from './text.ts'
import type { PartProps } from './when-fields.tsx'

/** What a rule gives: points for each part that somebody may have in it, a badge, a bonus that it proposes. */
export function GivesFields({ draft, change }: PartProps) {
  const t = useText()
  const who = useWho()
  const { when } = ruleOf(draft)
  return (
    <Stack>
      <div className="rule-pair">
        {rolesWhen(when).map((role) => (
          <NumberField
            key={role}
            label={t('rule.pointsTo', { who: who(when, role) })}
            hint={t('rule.pointsHint')}
            value={draft.points[role] ?? ''}
            onChange={(points) => change({ points: { ...draft.points, [role]: points } })}
            most={10_000}
            isOptional
          />
        ))}
      </div>
      <BadgeFields draft={draft} change={change} roles={rolesWhen(when)} />
      <BonusFields draft={draft} change={change} />
    </Stack>
  )
}

const none = 'none'

/** A badge at one of its levels, as a draft holds it. */
function draftedBadge(found: Badge | undefined, level: number): Draft['badge'] {
  if (!found) return null
  const { id, levels, name: label } = found
  return { id, label, level, levelName: levels[level - 1]?.name ?? '', levels: levels.length }
}

/** Which badge; where the organization has drawn none, the way to draw one. */
function BadgeFields({ draft, change, roles }: PartProps & { roles: readonly RoleName[] }) {
  const t = useText()
  const read = useRead(listBadges, { query: { limit: 100 } }, { topics: ['badges'] })
  const badges = read.data?.items ?? []
  const { badge } = draft
  const chosen = badges.find(({ id }) => id === badge?.id)
  const known = badge && !chosen ? [{ id: badge.id, label: badge.label }] : []
  if (badges.length === 0 && !badge) return read.data ? <DrawOne /> : null
  const choose = (id: string) =>
    draftedBadge(
      badges.find((one) => one.id === id),
      1,
    )
  return (
    <>
      <Select
        label={t('rule.badge')}
        name="badge"
        items={[
          { id: none, label: t('rule.badgeNone') },
          ...known,
          ...badges.map(({ id, name, description }) => ({ id, label: name, hint: description })),
        ]}
        value={badge?.id ?? none}
        onChange={(id) => change({ badge: choose(id) })}
      />
      {badge && <BadgeDetail draft={draft} change={change} roles={roles} chosen={chosen} />}
    </>
  )
}

function DrawOne() {
  const t = useText()
  return (
    <p className="ui-muted">
      {t('rule.badgeDraw')} <Link href={paths.newBadge}>{t('rule.badgeDrawLink')}</Link>
    </p>
  )
}

interface BadgeDetailProps extends PartProps {
  roles: readonly RoleName[]
  chosen: Badge | undefined
}

/** At which level it is awarded, and to whom, where there is a choice. */
function BadgeDetail({ draft, change, roles, chosen }: BadgeDetailProps) {
  const t = useText()
  const who = useWho()
  const { when } = ruleOf(draft)
  return (
    <div className="rule-pair">
      {chosen && chosen.levels.length > 1 && (
        <Select
          label={t('rule.badgeLevel')}
          items={chosen.levels.map(({ name }, at) => ({ id: `${at + 1}`, label: name }))}
          value={`${draft.badge?.level}`}
          onChange={(level) => change({ badge: draftedBadge(chosen, Number(level)) })}
        />
      )}
      {roles.length > 1 && (
        <Select<RoleName>
          label={t('rule.badgeTo')}
          items={roles.map((id) => ({ id, label: who(when, id) }))}
          value={roles.find((role) => role === draft.badgeTo) ?? roles[0] ?? null}
          onChange={(badgeTo) => change({ badgeTo })}
        />
      )}
    </div>
  )
}

/** How often, and how much at most. */
export function LimitFields({ draft, change }: PartProps) {
  const t = useText()
  const isNeeded = draft.is === 'event' && repeatable.includes(draft.event)
  return (
    <div className="rule-pair">
      <NumberField
        label={t('rule.capTimes')}
        hint={t(isNeeded ? 'rule.capNeeded' : 'rule.capHint')}
        value={draft.capTimes}
        onChange={(capTimes) => change({ capTimes })}
        most={1000}
        {...(isNeeded ? { isRequired: true } : { isOptional: true })}
      />
      <Select
        label={t('rule.per')}
        items={periods.map((id) => ({ id, label: t(`rule.per.${id}`) }))}
        value={draft.capPer}
        onChange={(capPer) => change({ capPer })}
      />
      <NumberField
        label={t('rule.capMonth')}
        hint={t('rule.capHint')}
        value={draft.capMonth}
        onChange={(capMonth) => change({ capMonth })}
        most={1_000_000}
        isOptional
      />
    </div>
  )
}
