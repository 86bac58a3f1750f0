import { linkTo, paths } from '#paths'
import type { Deed, DigestItem } from '../digest.contract.ts'

/** Where one reads more of what somebody did. */
export function pathOf(deed: Deed, { courseId, needId, postId, member }: DigestItem): string {
  if (deed === 'need' && needId) return linkTo(paths.need, { needId })
  if (courseId) return linkTo(paths.course, { courseId })
  if (postId) return linkTo(paths.communityPost, { postId })
  if (deed === 'hour') return linkTo(paths.leadersCommunity, {}, { query: { part: 'hours' } })
  return linkTo(paths.member, { memberId: member.id })
}
