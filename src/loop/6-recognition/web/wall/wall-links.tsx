import { linkTo, paths } from '#paths'
import { Link, useNow } from '#ui'
import { useText } from './text.ts'

/** The ways to the month of help and to one’s own year. */
export function WallLinks() {
  const t = useText()
  const now = new Date(useNow()).toISOString()
  return (
    <>
      <Link href={linkTo(paths.celebration, { month: now.slice(0, 7) })}>{t('wall.open')}</Link>
      <Link href={linkTo(paths.yearInReview, { year: now.slice(0, 4) })}>{t('wall.year.open')}</Link>
    </>
  )
}
