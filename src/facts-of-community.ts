import { z } from 'zod'

const id = z.uuid()
const post = { postId: id, groupId: id }
const hour = { hourId: id, groupId: id, topic: z.string() }
const coaching = { coachingId: id, askerId: id, coachId: id }

/** What can happen among leaders. See facts.ts. */
export const communityFacts = {
  'post.made': z.object({ ...post, kind: z.string(), title: z.string() }),
  'post.changed': z.object({ ...post, before: z.object({ title: z.string() }) }),
  'post.withdrawn': z.object(post),
  'post.returned': z.object(post),
  'post.pinned': z.object(post),
  'post.unpinned': z.object(post),
  // Whom it concerns: who wrote the post or said something before, and who is pointed to.
  'post.discussed': z.object({
    ...{ ...post, title: z.string(), commentId: id, words: z.string() },
    ...{ toIds: z.array(id), mentionedIds: z.array(id) },
  }),
  'hour.offered': z.object({ ...hour, startsAt: z.string() }),
  'hour.changed': z.object({ ...hour, startsAt: z.string(), guestIds: z.array(id) }),
  'hour.cancelled': z.object({ ...hour, startsAt: z.string(), why: z.string(), guestIds: z.array(id) }),
  'hour.joined': z.object({ ...hour, memberId: id, hostId: id }),
  'hour.left': z.object({ ...hour, memberId: id, hostId: id }),
  'hour.reminded': z.object({ ...hour, memberIds: z.array(id) }),
  'hour.held': z.object({ ...hour, hostId: id, guests: z.number() }),
  'coach.offered': z.object({ memberId: id, atOnce: z.number() }),
  'coach.withdrawn': z.object({ memberId: id }),
  'coaching.asked': z.object({ ...coaching, topic: z.string(), words: z.string() }),
  'coaching.withdrawn': z.object(coaching),
  'coaching.reminded': z.object(coaching),
  'coaching.answered': z.object({ ...coaching, answer: z.string(), note: z.string() }),
  'coaching.ended': z.object({ ...coaching, endedBy: id.nullable(), days: z.number() }),
  'digest.written': z.object({ week: z.string(), letters: z.number() }),
}
