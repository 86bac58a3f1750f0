import { linkTo, paths } from '#paths'
import type { FeedEntry } from '../contract.ts'

const reviewKinds: readonly FeedEntry['kind'][] = ['review.asked', 'review.reminded', 'review.passed-on']
const volunteerKinds: readonly FeedEntry['kind'][] = [
  'volunteer.came',
  'volunteer.sponsored',
  'volunteer.reminded',
]

/** Where a story of campaigns, volunteers, leaders or small things leads; null for others. */
function commonsLinkOf({ kind, course, data }: FeedEntry): string | null {
  if (kind === 'campaign.reached') return linkTo(paths.campaignCall, { campaignId: String(data.campaignId) })
  if (kind === 'campaign.asked' || kind === 'campaign.sent-back' || kind === 'campaign.launched')
    return linkTo(paths.campaign, { campaignId: String(data.campaignId) })
  if (kind === 'academy.opened') return paths.academy
  if (kind === 'volunteer.greeted') return paths.volunteer
  if (volunteerKinds.includes(kind)) return linkTo(paths.lead, {}, { at: 'volunteers' })
  if (kind === 'post.discussed') return linkTo(paths.communityPost, { postId: String(data.postId) })
  if (kind.startsWith('time.')) return paths.protectedTime
  if (kind.startsWith('hour.')) return linkTo(paths.leadersCommunity, {}, { query: { part: 'hours' } })
  if (kind.startsWith('coaching.')) return linkTo(paths.leadersCommunity, {}, { query: { part: 'coaching' } })
  if (kind === 'contribution.made') return paths.contributions
  if (kind === 'contribution.taken' || kind === 'contribution.declined')
    return linkTo(paths.contributions, {}, { query: { show: 'mine' } })
  if (kind === 'contribution.credited' && course)
    return linkTo(paths.course, { courseId: course.id }, { at: 'contributors' })
  if (kind === 'ladder.proposed') return String(data.path)
  return null
}

/** Where a story leads: to the very step, review or need it is about. */
export function linkOf(entry: FeedEntry): string {
  const { kind, need, course, data, actor } = entry
  const commons = commonsLinkOf(entry)
  if (commons) return commons
  const isReview = kind === 'finding.resolved' || reviewKinds.includes(kind)
  if (isReview && data.reviewId) return linkTo(paths.review, { reviewId: String(data.reviewId) })
  if (kind === 'review.given' && course) return linkTo(paths.editor, { courseId: course.id })
  if (kind === 'course.completed' && course) return linkTo(paths.courseLearners, { courseId: course.id })
  const isTalk = kind === 'comment.made' || kind === 'comment.accepted' || kind === 'mention.made'
  if (isTalk && course && data.stepId)
    return linkTo(paths.player, { courseId: course.id, stepId: String(data.stepId) })
  if (kind === 'nomination.asked') return linkTo(paths.me, {}, { at: 'nominations' })
  if (kind === 'nomination.answered') return paths.lead
  if (kind === 'badge.awarded') return linkTo(paths.member, { memberId: String(data.toId) }, { at: 'badges' })
  if (kind === 'badge.revoked') return linkTo(paths.me, {}, { at: 'badges' })
  if (kind === 'bonus.decided' || kind === 'bonus.returned') return paths.bonuses
  if (kind === 'celebration.posted') return linkTo(paths.celebration, { month: String(data.month) })
  if (kind === 'redemption.moved' || kind === 'gift.given') return paths.myRedemptions
  if (kind === 'draw.drawn' || kind === 'draw.withdrawn')
    return linkTo(paths.draw, { drawId: String(data.drawId) })
  if (kind === 'rule.gave' || kind === 'rule.took-back') return paths.points
  if (kind === 'contest.answered') return paths.held
  if (kind === 'handover.opened') return paths.knowledgeMap
  if (kind === 'handover.closed') return paths.ask
  if (kind === 'review.stranded') return paths.reviewQueue
  if (kind === 'health.opened' || kind === 'health.assigned') return paths.health
  if (kind === 'courses.handed-over') return paths.create
  if (kind === 'survey.asked') return linkTo(paths.survey, { surveyId: String(data.surveyId) })
  if (course) return linkTo(paths.course, { courseId: course.id })
  if (need) return linkTo(paths.need, { needId: need.id })
  return actor ? linkTo(paths.member, { memberId: actor.id }) : paths.thanks
}
