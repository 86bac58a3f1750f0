import type { Scope } from '#platform/scope'
import { routes, volunteer } from '#volunteers'
import { chooseStep, greetVolunteer } from '#volunteers/contract.ts'
import type { Story } from './material.ts'
import { call, known, type Scene, type Stage } from './stage.ts'

/** Who wants to share what they know, and who has greeted them. */
export const volunteerScenes = (stage: Stage, story: Story): Scene[] =>
  story.volunteers.flatMap(({ who, group, day, step, greeted }) => {
    let volunteerId = ''
    const come = async (scope: Scope) => {
      volunteerId = (await volunteer(scope, { groupId: known(stage.groups, group, 'group') })).id
      await call(scope, routes, chooseStep, { params: { volunteerId }, body: { step } })
    }
    const scenes: Scene[] = [{ day, turn: 9, who, play: come }]
    if (!greeted) return scenes
    const { by, words } = greeted
    const play = (scope: Scope) =>
      call(scope, routes, greetVolunteer, { params: { volunteerId }, body: { words } })
    return [...scenes, { day: greeted.day, turn: 9.5, who: by, play }]
  })
