import { setCourseReaction } from '#learning'
import { routes as peopleRoutes } from '#people'
import { endMembership } from '#people/contract.ts'
import type { Scope } from '#platform/scope'
import { routes as validationRoutes } from '#validation'
import { setPolicy } from '#validation/policy.contract.ts'
import type { Story } from './material.ts'
import { actorOf, call, known, type Scene, type Stage } from './stage.ts'
import { findBlock, publishedDocument } from './writing.ts'

/** How groups check what is written, what readers find wrong, and who leaves what they wrote behind. */
export const checkingScenes = (stage: Stage, story: Story): Scene[] => [
  ...story.policies.map((policy) => policyScene(stage, policy)),
  ...story.faults.flatMap((fault) => faultScenes(stage, fault)),
  ...story.leaving.map(({ who, by, day }) => ({
    day,
    turn: 10,
    who: by,
    play: (scope: Scope) =>
      call(scope, peopleRoutes, endMembership, { params: { memberId: actorOf(stage, who).id } }),
  })),
]

function policyScene(stage: Stage, { group, by, day, named, ...said }: Story['policies'][number]): Scene {
  const play = (scope: Scope) =>
    call(scope, validationRoutes, setPolicy, {
      params: { groupId: known(stage.groups, group, 'group'), kind: 'any' },
      body: { ...said, namedIds: named.map((key) => actorOf(stage, key).id) },
    })
  return { day, turn: 0, who: by, play }
}

const faultScenes = (stage: Stage, { course, kind, match, said }: Story['faults'][number]): Scene[] =>
  said.map(({ by, day }) => ({
    day,
    turn: 8.9,
    who: by,
    play: async (scope) => {
      const courseId = known(stage.courses, course, 'course')
      const anchor = match ? findBlock(await publishedDocument(scope, courseId), match) : ''
      return setCourseReaction(scope, courseId, { anchor, kind }, true)
    },
  }))
