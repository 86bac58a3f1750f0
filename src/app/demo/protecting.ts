import { z } from 'zod'
import type { Scope } from '#platform/scope'
import { routes } from '#protected-time'
import * as times from '#protected-time/contract.ts'
import { call, known, momentOf, type Scene, type Stage } from './stage.ts'

export const protectedTime = z.strictObject({
  ...{ by: z.string(), day: z.number(), group: z.string(), hours: z.number(), lasts: z.number() },
  ...{ weekday: z.number(), time: z.string(), why: z.string() },
  ...{ manager: z.string(), agreed: z.number(), words: z.string() },
  noted: z.strictObject({ day: z.number(), minutes: z.number() }),
})

const dayOf = (stage: Stage, day: number) => momentOf(stage, day).toISOString().slice(0, 10)

/** Time that a leader asked for, that was agreed to, and what they noted of it one month. */
export function timeScenes(stage: Stage, told: z.output<typeof protectedTime>): Scene[] {
  const { by: who, day, group, lasts, manager, agreed, words, noted, ...said } = told
  const timeZone = 'Europe/Paris'
  let timeId = ''
  const ask = async (scope: Scope) => {
    const when = { fromDay: dayOf(stage, day), untilDay: dayOf(stage, day + lasts), timeZone }
    const groupId = known(stage.groups, group, 'group')
    const body = { ...said, ...when, groupId, rhythm: 'weekly' as const }
    timeId = (await call(scope, routes, times.askForTime, { body })).id
  }
  const agree = (scope: Scope) =>
    call(scope, routes, times.answerTime, { params: { timeId }, body: { answer: 'agree', words } })
  const note = (scope: Scope) => {
    const params = { timeId, timeMonth: dayOf(stage, noted.day).slice(0, 7) }
    return call(scope, routes, times.noteTime, { params, body: { minutes: noted.minutes } })
  }
  return [
    { day, turn: 9.6, who, play: ask },
    { day: agreed, turn: 9.6, who: manager, play: agree },
    { day: noted.day, turn: 9.6, who, play: note },
  ]
}
