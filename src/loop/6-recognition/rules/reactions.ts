import type { Fact } from '#facts'
import { enqueue, type Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { applyRules } from './apply.ts'
import { bringIn } from './journal/keep.ts'

/** Brings in what happened and has the rules act on it; where very much is to be brought in first, a job does. */
async function act(scope: Scope, { id }: Fact): Promise<void> {
  const { events, isMore } = await bringIn(scope, id)
  await applyRules(scope, events)
  if (isMore) enqueue(scope, { task: 'rule-history', payload: { org: scope.org } })
}

export const ruleReactions: Reaction[] = [
  reaction('course.published', 'recognition.course-validated', act),
  reaction('review.given', 'recognition.review-given', act),
  reaction('finding.resolved', 'recognition.remark-resolved', act),
  reaction('comment.accepted', 'recognition.answer-accepted', act),
  reaction('comment.made', 'recognition.comment-made', act),
  reaction('need.raised', 'recognition.need-raised', act),
  reaction('need.claimed', 'recognition.need-claimed', act),
  reaction('need.answered', 'recognition.need-answered', act),
  reaction('course.completed', 'recognition.course-completed', act),
  reaction('kudos.given', 'recognition.kudos-given', act),
  reaction('reaction.given', 'recognition.course-judged', act),
  reaction('reaction.withdrawn', 'recognition.judgement-withdrawn', act),
]
