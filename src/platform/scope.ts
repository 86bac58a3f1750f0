import type { Db } from '#platform/db/kysely'
import type { Catalog } from '#platform/i18n/catalog'
import { newId } from '#platform/ids'
import type { Job } from '#platform/jobs'
import type { LiveHub } from '#platform/live'
import type { Recall } from '#platform/recall'

/** What someone was granted, and on which node of the organization's tree. */
export interface Grant {
  on: string
  role: string
  /** Whether that node is a private group. */
  private: boolean
}

/** Who acts: a signed-in person. `grants` are direct ones; each also holds below its node. */
export interface Actor {
  id: string
  name: string
  locale: string
  session: string | null
  grants: Grant[]
  /** The API key by which a program acts for them, and what it opens: nothing else. */
  key?: { id: string; opens: string }
}

/** What this installation is, the same for every request. */
export interface Installation {
  publicUrl: string
  filesDir: string
  uploadLimit: number
  offersDemo: boolean
  /** Hosts of the own network in whose chats may be posted. */
  chatHosts: readonly string[]
  catalog: Catalog
  live: LiveHub
  recall: Recall
  /** The jobs that a fact of this type sets off, by reaction name. */
  reactionsTo: (type: string) => readonly string[]
}

/** The first argument of every verb and query: who, which organization, now, and which transaction. */
export interface Scope {
  org: string
  actor: Actor
  now: Date
  db: Db
  install: Installation
  /** Jobs and live hints wait here and leave with the transaction, in one statement. */
  outbox: { jobs: Job[]; live: LiveHint[] }
}

/** What is left of a scope where nobody acts and nobody is told: which organization, now, and which transaction. */
export type Quiet = Pick<Scope, 'org' | 'now' | 'db'>

/** Something changed: `topics` are words that clients watch; `to` limits it to some people; `ends` cuts sessions off. */
export interface LiveHint {
  topics: string[]
  to?: string[]
  ends?: string[]
}

/** Nobody in particular: what the system itself does (reactions, jobs), and visitors before they sign in. */
export const nobody: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  locale: 'en',
  session: null,
  grants: [],
}

/** A new UUIDv7 at the scope's moment. */
export const newIdIn = (scope: Pick<Scope, 'now'>): string => newId(scope.now)

/** Puts a job on the queue when, and only if, the transaction commits. */
export const enqueue = (scope: Scope, job: Job): void => {
  scope.outbox.jobs.push(job)
}

/** Tells browsers that something changed, when the transaction commits. */
export const tell = (scope: Scope, hint: LiveHint): void => {
  scope.outbox.live.push(hint)
}
