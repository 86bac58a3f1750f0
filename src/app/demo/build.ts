import type pg from 'pg'
import { askForDetection } from '#leader'
import type { Task } from '#platform/jobs'
import type { Log } from '#platform/log'
import { enqueue, nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { recognitionTasks } from '#recognition'
import { speak } from './campaigning.ts'
import { castPeople } from './casting.ts'
import { type DemoPerson, type DemoRole, demoRoles } from './contract.ts'
import { drawPaths, learn, startOf } from './learners.ts'
import { type Cast, readCast, readStory } from './material.ts'
import { scenesOf } from './plot.ts'
import { progressOn } from './progress.ts'
import { readRecognition } from './recognition-material.ts'
import { act, actorOf, type Due, momentOf, type Scene, type Stage } from './stage.ts'
import { academyPaths, fillAcademy } from './training.ts'

export interface DemoOptions {
  runtime: Runtime
  /** Works on jobs until none is left: the reactions to all that happened. */
  work: () => Promise<void>
  now: () => Date
  log: Log
}

const learnersAtOnce = 4

/** The job that builds the demo: six months, told by the product's own verbs at the moments they happened. */
export function demoTask(options: DemoOptions): Task {
  const { pool } = options.runtime
  return async () => {
    try {
      await build(options, pool)
    } catch (error) {
      options.log.error('the demo could not be built', { error })
      await progressOn(pool).failed(error instanceof Error ? error.message : String(error))
    }
  }
}

async function build({ runtime, work, now }: DemoOptions, pool: pg.Pool): Promise<void> {
  const [cast, story] = [readCast(), readStory()]
  const progress = progressOn(pool)
  const stage = await castPeople(runtime, cast, story.days, now())
  const scenes = scenesOf(stage, story, readRecognition())
  await progress.total(scenes.length * 2)
  let place = 0
  for (const scene of scenes) {
    // A few seconds apart, so that what happens on one day keeps its order.
    place = (place + 0.0007) % 0.6
    await perform(stage, scene, momentOf(stage, scene.day, place))
    await progress.step()
  }
  const paths = [...drawPaths(stage, cast, story), ...(await academyPaths(stage, story))]
  await progress.total(scenes.length + paths.length * 2)
  const queue = paths.values()
  const walker = async () => {
    for (const path of queue) {
      await act(stage, path.who, startOf(stage, path), (scope) => learn(scope, path))
      await progress.step()
    }
  }
  await Promise.all(Array.from({ length: learnersAtOnce }, walker))
  await work()
  // Only now is everything kept that help is counted from, and has everybody done what they were to do in time.
  await inScope(
    runtime,
    { org: stage.org, readOnly: false, now: now() },
    () => nobody,
    async (scope) => {
      for (const job of stage.later.values()) enqueue(scope, job)
      await askForDetection(scope)
    },
  )
  await work()
  await progress.ready(stage.org, peopleOf(stage, cast))
}

async function perform(stage: Stage, scene: Scene | Due, at: Date): Promise<void> {
  if ('play' in scene) return void (await act(stage, scene.who, at, scene.play))
  if (scene.task === 'fill-academy') return fillAcademy(stage, at)
  if (scene.task === 'campaigns') return speak(stage, at)
  // By the clock of the story; this job needs no database of its own.
  await recognitionTasks(stage.runtime, '', () => at)[scene.task]?.({ org: stage.org })
}

/** Whom a visitor becomes in each role: those who have most to see. */
const guides: Record<DemoRole, string> = {
  learner: 'mei-tanaka',
  leader: 'tomas-lindqvist',
  reviewer: 'ines-duarte',
  manager: 'lena-vogt',
  admin: 'marit-halvorsrud',
}

const peopleOf = (stage: Stage, cast: Cast): DemoPerson[] =>
  demoRoles.map((as) => {
    const { id, name } = actorOf(stage, guides[as])
    return { as, id, name, title: cast.members.find(({ key }) => key === guides[as])?.title ?? '' }
  })
