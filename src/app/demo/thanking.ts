import type { Scope } from '#platform/scope'
import { giveKudos, routes } from '#recognition'
import * as boards from '#recognition/board.contract.ts'
import * as settings from '#recognition/settings.contract.ts'
import { postCelebration } from '#recognition/wall.contract.ts'
import type { Story } from './material.ts'
import type { Recognition } from './recognition-material.ts'
import { actorOf, call, known, momentOf, type Scene, type Stage } from './stage.ts'

/** What people thank each other for, with the values of the company and points of what each may give. */
export function thanksScenes(stage: Stage, story: Story, { terms, values }: Recognition): Scene[] {
  const valueIds = new Map<string, string>()
  const { by: who, day, ...body } = terms
  const say = async (scope: Scope) => {
    await call(scope, routes, settings.setRecognition, { body })
    for (const { key, ...words } of values)
      valueIds.set(key, (await call(scope, routes, settings.addKudosValue, { body: words })).id)
  }
  const thank = ({
    from,
    to,
    day,
    reason,
    course,
    value,
    points,
    isCommendation,
  }: Story['kudos'][number]) => ({
    day,
    turn: 9,
    who: from,
    play: (scope: Scope) => {
      const courseId = course ? known(stage.courses, course, 'course') : null
      const valueId = value ? known(valueIds, value, 'value') : null
      const about = { courseId, valueId, needId: null, commentId: null, file: null }
      const toIds = [actorOf(stage, to).id]
      return giveKudos(scope, { toIds, reason, points, isCommendation, isPrivate: false, ...about })
    },
  })
  return [{ day, turn: 0, who, play: say }, ...story.kudos.map(thank)]
}

/** Who helped how many, as far as people want to be seen; and a month that is told to everybody. */
export function wallScenes(stage: Stage, recognition: Recognition): Scene[] {
  const { by, day, left, ...body } = recognition.boards
  return [
    { day, turn: 9, who: by, play: (scope) => call(scope, routes, boards.setBoardSettings, { body }) },
    ...left.map((one) => ({
      ...one,
      turn: 9,
      play: (scope: Scope) => call(scope, routes, boards.leaveBoards, {}),
    })),
    ...recognition.celebrations.map(({ by: who, day, words }) => ({
      day,
      turn: 9,
      who,
      play: (scope: Scope) =>
        call(scope, routes, postCelebration, { params: { month: monthBefore(stage, day) }, body: { words } }),
    })),
  ]
}

/** The month before that of a day of the story, such as 2026-10. */
function monthBefore(stage: Stage, day: number): string {
  const month = momentOf(stage, day)
  month.setUTCDate(0)
  return month.toISOString().slice(0, 7)
}
