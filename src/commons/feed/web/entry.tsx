import { linkTo, paths } from '#paths'
import { Avatar, Card, Chip, Cover, Link, Muted, Time } from '#ui'
import type { FeedEntry } from '../contract.ts'
import { useText } from './text.ts'
import './feed.css'

/** One story of the feed: who did what, the thing itself, and why it is shown. */
export function Entry({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { actor, group, reason, unread } = entry
  return (
    <Card as="article" isFlush className="feed-entry">
      <header className="feed-head">
        <Avatar id={actor?.id ?? group.id} name={actor?.name ?? group.name} />
        <div className="feed-who">
          <span>
            <Headline entry={entry} />
          </span>
          <Muted>
            {group.name}, <Time at={entry.at} />
          </Muted>
        </div>
        {unread && <Chip tone="warm">{t('feed.unread')}</Chip>}
      </header>
      <Body entry={entry} />
      <footer className="feed-why">{t(`feed.reason.${reason}`, { group: group.name })}</footer>
    </Card>
  )
}

/** Who did what, in one line. */
export function Headline({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { kind, actor, data, reason } = entry
  const name = actor?.name ?? t('feed.someone')
  const bold = { b: (parts: React.ReactNode[]) => <strong>{parts}</strong> }
  const said = (key: Parameters<typeof t>[0], more: Record<string, string> = {}) =>
    t.rich(key, { actor: name, ...more, ...bold })
  switch (kind) {
    case 'course.published':
      return said(
        reason === 'you-voiced' || reason === 'you-raised'
          ? 'feed.course.publishedForYou'
          : 'feed.course.published',
      )
    case 'comment.made':
      return said(reason === 'you-commented' ? 'feed.comment.answered' : 'feed.comment.made')
    case 'kudos.given':
      return reason === 'thanked-you'
        ? said('feed.kudos.givenYou')
        : said('feed.kudos.given', { to: String(data.toName ?? '') })
    case 'review.given':
      return said(`feed.review.${String(data.verdict) as 'approve' | 'changes' | 'comment'}`)
    default:
      return said(`feed.${kind}`)
  }
}

/** Where a story leads. */
export function linkOf({ kind, need, course, data, actor }: FeedEntry): string {
  if (kind === 'review.asked' && data.reviewId)
    return linkTo(paths.review, { reviewId: String(data.reviewId) })
  if (kind === 'review.given' && course) return linkTo(paths.editor, { courseId: course.id })
  if (kind === 'course.completed' && course) return linkTo(paths.courseLearners, { courseId: course.id })
  if (course) return linkTo(paths.course, { courseId: course.id })
  if (need) return linkTo(paths.need, { needId: need.id })
  return actor ? linkTo(paths.member, { memberId: actor.id }) : paths.thanks
}

function Body({ entry }: { entry: FeedEntry }) {
  const { kind, need, course, data } = entry
  const href = linkOf(entry)
  if (kind === 'course.published' && course) return <Published entry={entry} />
  const words =
    kind === 'kudos.given'
      ? String(data.reason ?? '')
      : kind === 'comment.made'
        ? String(data.words ?? '')
        : ''
  return (
    <div className="feed-body">
      {words && (
        <blockquote className={kind === 'kudos.given' ? 'feed-thanks' : 'feed-words'}>{words}</blockquote>
      )}
      {(course ?? need) && (
        <Link href={href} isQuiet className="feed-title">
          {course?.title ?? need?.title}
        </Link>
      )}
    </div>
  )
}

function Published({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { course } = entry
  if (!course) return null
  const { steps, minutes, questions } = course
  return (
    <>
      <Link href={linkOf(entry)} isQuiet className="feed-cover">
        <Cover id={course.id}>
          <strong>{course.title}</strong>
          <span>{t('feed.figures', { steps, minutes, questions })}</span>
        </Cover>
      </Link>
      {course.objective && <p className="feed-objective">{course.objective}</p>}
    </>
  )
}
