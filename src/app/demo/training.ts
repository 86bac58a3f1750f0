import { academyTasks, routes } from '#academy'
import { getAcademy, openAcademy } from '#academy/contract.ts'
import type { Scope } from '#platform/scope'
import { seeded } from '#platform/seeded'
import type { Path } from './learners.ts'
import type { Story } from './material.ts'
import { act, call, type Due, momentOf, type Scene, type Stage } from './stage.ts'

/** The academy is opened, and its courses come in on that very day. */
export function academyScenes({ academy: { by: who, day, language } }: Story): (Scene | Due)[] {
  const open = (scope: Scope) => call(scope, routes, openAcademy, { body: { languages: [language] } })
  return [
    { day, turn: 9.8, who, play: open },
    { day, turn: 9.9, task: 'fill-academy' },
  ]
}

/** Its job, by the clock of the story: each look at it is a second later, so that courses keep their order. */
export function fillAcademy(stage: Stage, at: Date): Promise<void> {
  let looks = 0
  const tasks = academyTasks(stage.runtime, () => new Date(at.getTime() + 1000 * looks++))
  return tasks['fill-academy']?.({ org: stage.org }) ?? Promise.resolve()
}

/** Who goes through which courses of the academy, one a day. */
export async function academyPaths(stage: Stage, { academy, days }: Story): Promise<Path[]> {
  const look = (scope: Scope) => call(scope, routes, getAcademy, {})
  const { path } = await act(stage, academy.by, momentOf(stage, days), look)
  return academy.learners.flatMap(({ who, day, courses }, learner) =>
    path.slice(0, courses).map(({ courses: [course] }, at) => ({
      ...{ who, courseId: course?.id ?? '', day: day + at, stopsAfter: null },
      random: seeded(1000 + learner * 10 + at),
    })),
  )
}
