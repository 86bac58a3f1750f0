import type { z } from 'zod'
import type { Endpoint } from '#platform/http/endpoint'
import type { Route } from '#platform/http/route'
import type { Job } from '#platform/jobs'
import type { Actor, Scope } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'

/** Where the story is played: who is who, and what has become of what by its key. */
export interface Stage {
  runtime: Runtime
  org: string
  /** Midnight of the first day. */
  begin: number
  actors: Map<string, Actor>
  groups: Map<string, string>
  needs: Map<string, string>
  courses: Map<string, string>
  surveys: Map<string, string>
  topics: Map<string, string>
  badges: Map<string, string>
  /** Who wrote each course. */
  authors: Map<string, string>
  random: () => number
  /** Jobs that wait for a moment, by their key: they are due only when the whole story is told. */
  later: Map<string, Job>
}

/** One thing someone does on one day. Within a day, scenes are played in the order of `turn`. */
export interface Scene {
  day: number
  turn: number
  who: string
  play: (scope: Scope) => Promise<unknown>
}

/** A job of the product that is worked on between scenes, on its day. */
export interface Due extends Pick<Scene, 'day' | 'turn'> {
  task: 'rule-history' | 'fill-academy' | 'campaigns'
}

const dayLength = 86_400_000

/** The moment of a day of the story: from eight in the morning, `part` (0 to 1) of a working day on. */
export const momentOf = (stage: Pick<Stage, 'begin'>, day: number, part = 0): Date =>
  new Date(stage.begin + Math.floor(day) * dayLength + (8 + (part + (day % 1)) * 9) * 3_600_000)

export const actorOf = (stage: Stage, key: string): Actor => known(stage.actors, key, 'member')

/** What a key stands for; throws for a key the material does not define. */
export function known<Value>(map: Map<string, Value>, key: string, what: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The demo's material knows no ${what} “${key}”.`)
  return value
}

/** Has someone do something at a moment of the story: a verb of the product, in a transaction of its own. */
export const act = <T>(stage: Stage, who: string, at: Date, verb: (scope: Scope) => Promise<T>): Promise<T> =>
  inScope(
    stage.runtime,
    { org: stage.org, readOnly: false, now: at },
    () => actorOf(stage, who),
    async (scope) => {
      const done = await verb(scope)
      putOff(scope, stage)
      return done
    },
  )

/** Jobs that the story does itself, by its own clock. */
const told = ['campaigns', 'campaign-mails']

/**
 * Keeps the jobs that wait for a moment of the story from the queue: by the clock of today they are long due, and what they
 * do when nobody has acted in time would be done before whoever does act has their turn.
 */
export function putOff({ outbox }: Scope, { later }: Stage): void {
  const waits = ({ runAt, task }: Job) => runAt !== undefined || told.includes(task)
  for (const job of outbox.jobs) if (waits(job)) later.set(job.key ?? crypto.randomUUID(), job)
  outbox.jobs = outbox.jobs.filter((job) => !waits(job))
}

type Call<E extends Endpoint> = { [Part in 'params' | 'query' | 'body']?: z.input<E[Part]> }

/** The verb behind an endpoint, called as a request does: by the line of `routes` that answers it. Takes no files. */
export async function call<E extends Endpoint>(
  scope: Scope,
  routes: readonly Route[],
  endpoint: E,
  { params, query, body }: Call<E>,
): Promise<z.output<E['returns']>> {
  const line = routes.find((one) => one.endpoint === endpoint)
  if (!line) throw new Error(`Nothing answers ${endpoint.name}.`)
  const input = {
    params: endpoint.params.parse(params ?? {}),
    query: endpoint.query.parse(query ?? {}),
    body: endpoint.body.parse(body ?? {}),
  }
  return (await line.handler(scope, input as Parameters<typeof line.handler>[1])) as z.output<E['returns']>
}
