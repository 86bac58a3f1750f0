import { linkTo, paths } from '#paths'
import { Link } from '#ui'
import { useText } from './text.ts'

interface ThingProps {
  course: { id: string; title: string } | null
  need: { id: string; title: string } | null
}

/** What something was given for; nothing where that has no title, or the reader may not see it. */
export function Thing({ course, need }: ThingProps) {
  const t = useText()
  if (course)
    return (
      <Link href={linkTo(paths.course, { courseId: course.id })}>
        {t('rule.forThing', { title: course.title })}
      </Link>
    )
  if (!need) return null
  return (
    <Link href={linkTo(paths.need, { needId: need.id })}>{t('rule.forThing', { title: need.title })}</Link>
  )
}
