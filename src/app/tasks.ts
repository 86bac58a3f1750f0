import { join } from 'node:path'
import type pg from 'pg'
import { academyTasks } from '#academy'
import { campaignTasks } from '#campaigns'
import { communityTasks } from '#community'
import { funnelTask } from '#funnel'
import { proposeTask } from '#ladder'
import { leaderTasks } from '#leader'
import { healthTask } from '#learning'
import { deliveryTask } from '#letters'
import { resetTask } from '#people'
import type { Config } from '#platform/config'
import { type Task, workUntilIdle } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Runtime } from '#platform/unit'
import { timeTasks } from '#protected-time'
import { recognitionTasks } from '#recognition'
import { validationTasks } from '#validation'
import { volunteerTasks } from '#volunteers'
import { demoTask } from './demo/build.ts'
import { unlessDemo } from './demo/silence.ts'
import { reactions } from './modules.ts'
import { reactTask } from './react.ts'
import { upkeepTask } from './upkeep.ts'

export interface TaskOptions {
  runtime: Runtime
  ownerPool: pg.Pool
  now: () => Date
  log: Log
  /** Where the application finds its database: for the threads of long work. */
  appUrl: string
  config: Pick<Config, 'dataDir' | 'smtpUrl' | 'mailFrom'>
}

/** Everything that a job may be. */
export function tasksFor({
  runtime,
  ownerPool,
  now,
  log,
  appUrl,
  config,
}: TaskOptions): Record<string, Task> {
  const folder = join(config.dataDir, 'mail')
  const mail = { smtpUrl: config.smtpUrl, from: config.mailFrom, folder }
  const tasks: Record<string, Task> = {
    react: reactTask(runtime, reactions, now),
    mail: unlessDemo(deliveryTask(runtime, now, mail), ownerPool, log),
    'password-reset': resetTask(runtime, now),
    ...leaderTasks(runtime, appUrl, now),
    ...validationTasks(runtime, now),
    ...recognitionTasks(runtime, appUrl, now),
    ...campaignTasks(runtime, now, mail),
    ...volunteerTasks(runtime, now),
    ...academyTasks(runtime, now),
    ...communityTasks(runtime, now),
    ...timeTasks(runtime, now),
    health: healthTask(runtime, now),
    ladder: proposeTask(runtime, now),
    funnel: funnelTask(runtime, now),
    upkeep: upkeepTask(runtime, now),
    demo: demoTask({ runtime, now, log, work: () => workUntilIdle(ownerPool, tasks, log) }),
  }
  return tasks
}
