import type { Scope } from '#platform/scope'
import { awardBadge, designBadge } from '#recognition'
import type { Story } from './material.ts'
import { actorOf, known, type Scene, type Stage } from './stage.ts'

/** What the organization recognizes in its own words, and who was awarded it. */
export const badgeScenes = (stage: Stage, story: Story): Scene[] =>
  story.badges.flatMap(({ by, day, awards, ...design }) => {
    let badgeId = ''
    const play = async (scope: Scope) => {
      badgeId = (await designBadge(scope, design)).id
      stage.badges.set(design.name, badgeId)
    }
    return [
      { day, turn: 9, who: by, play },
      ...awards.map(({ by: who, to, day: awarded, level, reason, course }) => ({
        day: awarded,
        turn: 9.5,
        who,
        play: (scope: Scope) => {
          const courseId = course ? known(stage.courses, course, 'course') : null
          return awardBadge(scope, { badgeId, memberId: actorOf(stage, to).id, level, reason, courseId })
        },
      })),
    ]
  })
