import * as course from '#course'
import * as need from '#need'
import * as people from '#people'
import type { Route } from '#platform/http/route'
import type { Reaction } from '#record'
import { liveRoutes } from './live.ts'

/** Every route of the product, in the order of the loop. */
export const routes: readonly Route[] = [...people.routes, ...need.routes, ...course.routes, ...liveRoutes]

/** Everything that modules do when something happened elsewhere. */
export const reactions: readonly Reaction[] = [...need.reactions]
