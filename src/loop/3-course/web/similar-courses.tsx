import { useDeferredValue } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Link, List, ListRow } from '#ui'
import { findSimilarCourses } from '../similar.contract.ts'
import { useText } from './text.ts'

/** With fewer letters everything is alike. */
const fewestLetters = 5

/** Who teaches this already, while somebody writes a title: two courses on one thing are one too many. */
export function SimilarCourses({ title }: { title: string }) {
  const t = useText()
  const asked = useDeferredValue(title.trim())
  const isLong = asked.length >= fewestLetters
  const similar = useRead(
    findSimilarCourses,
    { query: { title: asked } },
    { enabled: isLong, keepPrevious: true },
  )
  const items = isLong ? (similar.data?.items ?? []) : []
  return (
    <div aria-live="polite" className="course-similar">
      {items.length > 0 && (
        <Callout title={t('course.new.similar', { count: items.length })}>
          <p>{t('course.new.similarWhat')}</p>
          <List label={t('course.new.similar', { count: items.length })}>
            {items.map(({ id, title: name, author }) => (
              <ListRow
                key={id}
                title={<Link href={linkTo(paths.course, { courseId: id })}>{name}</Link>}
                text={author.name}
              />
            ))}
          </List>
        </Callout>
      )}
    </div>
  )
}
