import { getFeed } from '#feed/contract.ts'
import { endpoints, isWrite, paramsFor, type Setting, type Things } from './every-endpoint.ts'
import type { Person } from './organization.ts'
import { send } from './organization.ts'
import type { World } from './world.ts'
import { type Plan, plans } from './write-plans.ts'

/** The writes of somebody who is signed in. */
export const writes = endpoints.filter((endpoint) => isWrite(endpoint) && endpoint.access !== 'anyone')

export function planOf(name: string): Plan {
  const plan = plans[name]
  if (!plan) throw new Error(`${name}: say in test/write-plans.ts who does it, and what its body names.`)
  return plan
}
export const endpointOf = (name: string) => {
  const endpoint = endpoints.find((one) => one.name === name)
  if (!endpoint) throw new Error(`There is no endpoint ${name}.`)
  return endpoint
}

/** The body that a write takes in a setting: the contract's example, with what is really there. */
export const bodyFor = (name: string, things: Things): Record<string, unknown> => ({
  ...(endpointOf(name).example as object | undefined),
  ...plans[name]?.names?.(things),
})

/** A write as it is sent. */
export interface Sending {
  params: Things
  body: Record<string, unknown> | Blob
}

/** The write of this name as it works in a setting. */
export function sendingOf(name: string, things: Things): Sending {
  const endpoint = endpointOf(name)
  const params = paramsFor(endpoint, { ...things, ...plans[name]?.to?.(things) })
  const file = new Blob([name === 'previewInvitations' ? 'name,email\nMei,mei@northwind.example' : 'x'])
  return { params, body: endpoint.raw === 'request' ? file : bodyFor(name, things) }
}

/** Sends a write as somebody. */
export const sendAs = (world: World, who: Person, name: string, sending: Sending): Promise<Response> =>
  send(world.cairn, who.cookie, endpointOf(name), sending as never)

export type Ready = Setting & { doer: Person }

/** Makes a setting one in which this write can be done at once, by the one it names; the setting given stays as it was. */
export async function readyIn(world: World, name: string, kept: Setting): Promise<Ready> {
  const setting = { ...kept, things: { ...kept.things } }
  const { by, after = [], settled } = planOf(name)
  for (const earlier of after) {
    const plan = planOf(earlier)
    const who = setting[plan.by === 'insider' ? by : plan.by]
    const response = await sendAs(world, who, earlier, sendingOf(earlier, setting.things))
    if (!response.ok) throw new Error(`${earlier} answered ${response.status}: ${await response.text()}`)
    if (plan.makes) Object.assign(setting.things, plan.makes((await response.json()) as never))
  }
  const doer = setting[by]
  if (settled) Object.assign(setting.things, await newsOf(world, doer))
  return { ...setting, doer }
}

/** What jobs tell somebody of what was done: the latest of it. */
export async function newsOf(world: World, who: Person): Promise<Things> {
  await world.settle()
  const { items } = await who.does(getFeed, { query: { only: 'personal' } })
  return { entryId: items[0]?.id ?? '' }
}
