import { ShieldCheck } from 'lucide-react'
import { CampaignPost, type Post } from '#campaigns/web/index.tsx'
import type { BadgeAward } from '#recognition/badge.contract.ts'
import type { Kudos } from '#recognition/contract.ts'
import { BadgePicture, ThanksFile } from '#recognition/web/index.tsx'
import { Avatar, Card, Chip, Cover, Link, Muted, Time } from '#ui'
import type { FeedEntry } from '../contract.ts'
import { Headline } from './headline.tsx'
import { linkOf } from './link.ts'
import { useText } from './text.ts'
import './feed.css'

/** One story of the feed: who did what, the thing itself, and why it is shown. */
export function Entry({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { actor, group, reason, unread, course, kind } = entry
  const isCourse = kind === 'course.published' && course
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
        <div className="feed-marks">
          {unread && <Chip tone="warm">{t('feed.unread')}</Chip>}
          {isCourse && course.approvals > 0 && (
            <Chip tone="success" icon={ShieldCheck}>
              {t('feed.validated', { count: course.approvals })}
            </Chip>
          )}
        </div>
      </header>
      {isCourse ? (
        <Published entry={entry} course={course} />
      ) : kind === 'campaign.reached' ? (
        <CampaignPost post={entry.data as unknown as Post} />
      ) : (
        <Told entry={entry} />
      )}
      <footer className="feed-foot">
        {isCourse && course.tags.length > 0 && (
          <ul className="feed-tags" aria-label={t('feed.tags')}>
            {course.tags.slice(0, 3).map((tag) => (
              <li key={tag}>
                <Chip>{tag}</Chip>
              </li>
            ))}
          </ul>
        )}
        <span className="feed-why">{t(`feed.reason.${reason}`, { group: group.name })}</span>
      </footer>
    </Card>
  )
}

/** Where stories that are about no course and no need lead, in words. */
const leads = {
  'nomination.asked': 'feed.nomination.answer',
  'nomination.answered': 'feed.nomination.look',
  'contest.answered': 'feed.contest.look',
  'handover.opened': 'feed.handover.settle',
  'handover.closed': 'feed.handover.look',
  'survey.asked': 'feed.survey.answer',
  'courses.handed-over': 'feed.courses.look',
  'badge.revoked': 'feed.badge.look',
  'celebration.posted': 'feed.celebration.look',
  'bonus.decided': 'feed.bonus.look',
  'bonus.returned': 'feed.bonus.look',
  'redemption.moved': 'feed.redemption.look',
  'gift.given': 'feed.redemption.look',
  'draw.drawn': 'feed.draw.look',
  'draw.withdrawn': 'feed.draw.look',
  'rule.gave': 'feed.points.look',
  'rule.took-back': 'feed.points.look',
  'campaign.asked': 'feed.campaign.look',
  'campaign.sent-back': 'feed.campaign.look',
  'campaign.launched': 'feed.campaign.look',
  'academy.opened': 'feed.academy.look',
  'volunteer.came': 'feed.volunteer.greet',
  'volunteer.sponsored': 'feed.volunteer.greet',
  'volunteer.reminded': 'feed.volunteer.greet',
  'volunteer.greeted': 'feed.volunteer.next',
  'post.discussed': 'feed.community.talk',
  'hour.joined': 'feed.community.hours',
  'hour.changed': 'feed.community.hours',
  'hour.cancelled': 'feed.community.hours',
  'coaching.asked': 'feed.community.answer',
  'coaching.answered': 'feed.community.coaching',
  'coaching.ended': 'feed.community.coaching',
  'time.asked': 'feed.time.look',
  'time.proposed': 'feed.time.look',
  'time.agreed': 'feed.time.look',
  'time.declined': 'feed.time.look',
  'time.ended': 'feed.time.look',
  'time.reported': 'feed.time.look',
  'contribution.made': 'feed.contribution.decide',
  'contribution.declined': 'feed.contribution.look',
  'contribution.taken': 'feed.contribution.look',
  'ladder.proposed': 'feed.ladder.go',
} as const

/** What was said, and what it was about. */
function Told({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { kind, need, course, data } = entry
  const isThanks = kind === 'kudos.given'
  const words = isThanks ? data.reason : data.words
  return (
    <div className="feed-body">
      {kind === 'badge.awarded' && <Awarded entry={entry} />}
      {typeof words === 'string' && words && (
        <blockquote className={isThanks ? 'feed-thanks' : 'feed-words'}>{words}</blockquote>
      )}
      {isThanks && data.file !== undefined && (
        <ThanksFile
          kudosId={String(data.kudosId)}
          file={data.file as NonNullable<Kudos['file']>}
          from={entry.actor?.name ?? ''}
        />
      )}
      {kind === 'rule.gave' && <span>{(course ?? need)?.title}</span>}
      {kind in leads ? (
        <Link href={linkOf(entry)} className="feed-open">
          {t(leads[kind as keyof typeof leads])}
        </Link>
      ) : course ? (
        <Link href={linkOf(entry)} isQuiet className="feed-about feed-open">
          <Cover id={course.id} className="feed-thumb" />
          <span>{course.title}</span>
        </Link>
      ) : (
        need && (
          <Link href={linkOf(entry)} isQuiet className="feed-title feed-open">
            {need.title}
          </Link>
        )
      )}
    </div>
  )
}

/** The badge that was awarded, as it looked then. */
function Awarded({ entry }: { entry: FeedEntry }) {
  const { name, levelName, drawing, level, levels } = entry.data
  return (
    <Link href={linkOf(entry)} isQuiet className="feed-badge feed-open">
      <BadgePicture
        drawing={drawing as BadgeAward['drawing']}
        level={Number(level)}
        levels={Number(levels)}
        size={64}
      />
      <span>
        <strong>{String(name)}</strong>
        {levelName ? <span>{String(levelName)}</span> : null}
      </span>
    </Link>
  )
}

function Published({ entry, course }: { entry: FeedEntry; course: NonNullable<FeedEntry['course']> }) {
  const t = useText()
  const { steps, minutes, questions, objective } = course
  return (
    <>
      <Link href={linkOf(entry)} isQuiet className="feed-cover feed-open">
        <Cover id={course.id}>
          <strong>{course.title}</strong>
          <span>{t('feed.figures', { steps, minutes, questions })}</span>
        </Cover>
      </Link>
      {objective && <p className="feed-objective">{t('feed.quote', { words: objective })}</p>}
    </>
  )
}
