import { type Reaction, reaction } from '#record'
import { creditFor } from './credit.ts'

export const reactions: Reaction[] = [
  reaction('course.published', 'ladder.credit', (scope, fact) =>
    creditFor(scope, fact.data.courseId, fact.data.version),
  ),
]
