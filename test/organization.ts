import type { z } from 'zod'
import type { Cairn } from '#app/cairn.ts'
import type { FactType } from '#facts'
import { founding, roles, session } from '#people'
import { addressOf, type CallInput, type ProblemBody } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { type Actor, nobody, type Scope } from '#platform/scope'
import { inScope } from '#platform/unit'
import { folded } from '#ui/text/folded.ts'

type Role = Parameters<typeof roles.grantRole>[1]['role']

/** Someone with a browser: calls endpoints through the real HTTP application, with a session of their own. */
export interface Person {
  id: string
  name: string
  email: string
  cookie: string
  /** Calls an endpoint and answers its result; throws with the problem when it is refused. */
  does: <E extends Endpoint>(endpoint: E, input?: CallInput<E>) => Promise<z.output<E['returns']>>
  /** Calls an endpoint that must refuse, and answers the problem; throws when it does not refuse. */
  isRefused: <E extends Endpoint>(endpoint: E, input?: CallInput<E>) => Promise<ProblemBody>
}

/** Sends a call to the HTTP application in this process, with a cookie or a key, and answers the raw response. */
export async function send<E extends Endpoint>(
  cairn: Cairn,
  by: string | { authorization: string },
  endpoint: E,
  input: CallInput<E> = {},
): Promise<Response> {
  const writes = endpoint.method !== 'GET'
  const raw = input.body instanceof Blob
  return cairn.app.request(addressOf(endpoint, input), {
    method: endpoint.method,
    headers: {
      ...(typeof by === 'string' ? by && { cookie: by } : by),
      ...(writes && { 'idempotency-key': input.key ?? crypto.randomUUID() }),
      ...(writes && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
    },
    ...(writes && { body: raw ? (input.body as Blob) : JSON.stringify(input.body ?? {}) }),
  })
}

/** A person who holds a session cookie ('' for a stranger). */
export function personWith(
  cairn: Cairn,
  who: { id: string; name: string; email: string; cookie: string },
): Person {
  return {
    ...who,
    does: async (endpoint, input) => {
      const response = await send(cairn, who.cookie, endpoint, input)
      if (!response.ok)
        throw new Error(`${endpoint.name} answered ${response.status}: ${await response.text()}`)
      return (response.status === 204 ? null : await response.json()) as never
    },
    isRefused: async (endpoint, input) => {
      const response = await send(cairn, who.cookie, endpoint, input)
      if (response.ok) throw new Error(`${endpoint.name} was not refused; it answered ${response.status}.`)
      return (await response.json()) as ProblemBody
    },
  }
}

interface Made {
  org: string
  memberId: string
  groupId: string
  email: string
}

/** One organization of a test, and the ways to fill it with people and groups. */
export interface Organization {
  id: string
  root: string
  settle: () => Promise<void>
  /** Runs a verb as the administrator, in a transaction of its own. */
  as: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>
  /** The administrator, signed in. */
  admin: () => Promise<Person>
  /** A new group below `parent` (the root when not said). */
  group: (name: string, options?: { parent?: string; private?: boolean }) => Promise<string>
  /** A new member with a role on a group (the root when not said), signed in. */
  person: (name: string, role?: Role, groupId?: string) => Promise<Person>
  /** The same person in another browser: signed in once more. */
  again: (person: Person) => Promise<Person>
  /** Gives a member another role on a group. */
  grant: (memberId: string, groupId: string, role: Role) => Promise<void>
  /** How many facts of these types there are. */
  countFacts: (...types: FactType[]) => Promise<number>
  /** What the facts of a type say, the first first. */
  facts: (type: FactType) => Promise<unknown[]>
}

const request = {
  address: 'test',
  agent: 'test',
  secure: false,
  locale: 'en',
  bytes: null,
  range: undefined,
  knows: undefined,
  signal: new AbortController().signal,
}

const factsOf = ({ db, org }: Scope, types: readonly FactType[]) =>
  db
    .selectFrom('facts')
    .select('data')
    .where('orgId', '=', org)
    .where('type', 'in', types)
    .orderBy('id')
    .execute()

export function organizationOf(
  cairn: Cairn,
  now: () => Date,
  settle: () => Promise<void>,
  made: Made,
): Organization {
  const actor: Actor = {
    ...nobody,
    id: made.memberId,
    name: 'Ada Winter',
    grants: [{ on: made.groupId, role: 'admin', private: false }],
  }
  const as: Organization['as'] = (work) =>
    inScope(cairn.runtime, { org: made.org, readOnly: false, now: now() }, () => actor, work)
  const signedIn = async (id: string, name: string, email: string): Promise<Person> => {
    const { headers } = await as((scope) => session.openSession(scope, id, request))
    return personWith(cairn, { id, name, email, cookie: headers['set-cookie']?.split(';')[0] ?? '' })
  }
  const root = made.groupId
  return {
    id: made.org,
    root,
    settle,
    as,
    admin: () => signedIn(made.memberId, 'Ada Winter', made.email),
    group: async (name, options = {}) => {
      const values = {
        parentId: options.parent ?? root,
        name,
        colour: 'pine',
        glyph: 'users',
        private: options.private ?? false,
      }
      return (await as((scope) => founding.addGroup(scope, values))).id
    },
    person: async (name, role = 'learner', groupId = root) => {
      const local = folded(name)
        .replace(/[^ -~]/g, '')
        .replaceAll(' ', '.')
      const email = `${local}-${made.org.slice(-12)}@northwind.example`
      const { id } = await as((scope) =>
        founding.addMember(scope, { name, email, title: '', locale: 'en', groupId, role }),
      )
      return signedIn(id, name, email)
    },
    again: ({ id, name, email }) => signedIn(id, name, email),
    grant: (memberId, groupId, role) => as((scope) => roles.grantRole(scope, { memberId, groupId, role })),
    countFacts: (...types) => as(async (scope) => (await factsOf(scope, types)).length),
    facts: (type) => as(async (scope) => (await factsOf(scope, [type])).map(({ data }) => data)),
  }
}
