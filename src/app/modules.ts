import * as academy from '#academy'
import * as campaigns from '#campaigns'
import * as community from '#community'
import * as course from '#course'
import * as feed from '#feed'
import * as files from '#files'
import * as funnel from '#funnel'
import * as impact from '#impact'
import * as ladder from '#ladder'
import * as leader from '#leader'
import * as learning from '#learning'
import * as letters from '#letters'
import * as need from '#need'
import * as people from '#people'
import type { Route } from '#platform/http/route'
import * as protectedTime from '#protected-time'
import * as recognition from '#recognition'
import type { Reaction } from '#record'
import * as search from '#search'
import * as validation from '#validation'
import * as volunteers from '#volunteers'
import { demoRoutes } from './demo/routes.ts'
import { describeRoutes } from './description.ts'
import { liveRoutes } from './live.ts'

/** Every route of the product, in the order of the loop. */
export const routes: readonly Route[] = [
  ...people.routes,
  ...letters.routes,
  ...files.routes,
  ...need.routes,
  ...leader.routes,
  ...course.routes,
  ...validation.routes,
  ...learning.routes,
  ...recognition.routes,
  ...impact.routes,
  ...feed.routes,
  ...search.routes,
  ...campaigns.routes,
  ...volunteers.routes,
  ...academy.routes,
  ...community.routes,
  ...protectedTime.routes,
  ...ladder.routes,
  ...funnel.routes,
  ...demoRoutes,
  ...liveRoutes,
  describeRoutes(() => routes),
]

/** Everything that modules do when something happened elsewhere. */
export const reactions: readonly Reaction[] = [
  ...need.reactions,
  ...leader.reactions,
  ...validation.reactions,
  ...learning.reactions,
  ...recognition.reactions,
  ...impact.reactions,
  ...feed.reactions,
  ...search.reactions,
  ...campaigns.reactions,
  ...volunteers.reactions,
  ...academy.reactions,
  ...community.reactions,
  ...protectedTime.reactions,
  ...ladder.reactions,
  ...funnel.reactions,
]
