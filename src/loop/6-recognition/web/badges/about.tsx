import { linkTo, paths } from '#paths'
import { Link, Stack, Time } from '#ui'
import type { Badge, BadgeAward } from '../../badge.contract.ts'
import { BadgePicture } from './picture.tsx'
import { placed } from './places.ts'
import { useText } from './text.ts'
import './badges.css'

interface AboutBadgeProps {
  badge: Pick<Badge, 'name' | 'description' | 'criteria' | 'levels' | 'drawing'>
  /** The level that is held; null where nobody's badge is looked at. */
  level: number | null
  /** How and why it was awarded. */
  award?: Pick<BadgeAward, 'awardedBy' | 'awardedAt' | 'reason' | 'course'>
  /** Why, where no more is told of the award. */
  reason?: string
}

/** A badge in full: what it is for, what it asks for, and of an award, why. */
export function AboutBadge({ badge, level, award, reason = award?.reason }: AboutBadgeProps) {
  const t = useText()
  const { name, description, criteria, levels, drawing } = badge
  const shown = level ?? levels.length
  return (
    <div className="badge-about">
      <BadgePicture drawing={drawing} level={shown} levels={levels.length} name={name} size={144} />
      <Stack gap={12}>
        {level !== null && levels.length > 1 && (
          <strong className="badge-level-name">{levels[level - 1]?.name}</strong>
        )}
        <p>{description}</p>
        <p className="badge-label">{t('badge.askedFor')}</p>
        <p className="badge-prose">{criteria}</p>
        {levels.length > 1 && <LevelList levels={levels} level={level} />}
        {reason && (
          <>
            <p className="badge-label">{t('badge.why')}</p>
            <p className="badge-prose">{reason}</p>
          </>
        )}
        {award?.course && (
          <Link href={linkTo(paths.course, { courseId: award.course.id })}>{award.course.title}</Link>
        )}
        {award && <Awarded award={award} />}
      </Stack>
    </div>
  )
}

function LevelList({ levels, level }: { levels: Badge['levels']; level: number | null }) {
  return (
    <ol className="badge-levels">
      {placed(levels).map(({ place, name, criteria }) => (
        <li key={place} aria-current={place === level ? 'true' : undefined}>
          <strong>{name}</strong>
          {criteria && <span>{criteria}</span>}
        </li>
      ))}
    </ol>
  )
}

/** Who awarded it, and when. */
export function Awarded({ award }: { award: Pick<BadgeAward, 'awardedBy' | 'awardedAt'> }) {
  const t = useText()
  const time = <Time at={award.awardedAt} />
  return (
    <span className="ui-muted">
      {award.awardedBy
        ? t.rich('badge.by', { name: award.awardedBy.name, time })
        : t.rich('badge.byRule', { time })}
    </span>
  )
}
