import { raiseNeed } from '#need/contract.ts'
import type { World } from './world.ts'

/** Three people of whom it is kept who helps whom. */
export async function laboratoryIn(world: World) {
  const org = await world.organization()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah', 'leader'),
  ]
  const names = new Map([dana, mei, kofi].map(({ id, name }) => [id, name.split(' ')[0]]))
  const ofAdmin = (await org.admin()).id
  names.set(ofAdmin, 'Ada')
  /** Each signal as `helper kind helped`, in the order of what happened. */
  const kept = async () => {
    await world.settle()
    const rows = await world.stored<{ helperId: string; helpedId: string | null; kind: string }>(
      org.id,
      'select kind, helper_id, helped_id from signals order by at, key',
    )
    return rows.map(
      ({ helperId, helpedId, kind }) =>
        `${names.get(helperId)} ${kind} ${helpedId === null ? '-' : names.get(helpedId)}`,
    )
  }
  const useful = async () =>
    (await world.stored<{ useful: number }>(org.id, `select useful from signals where kind = 'published'`))[0]
      ?.useful
  return { org, dana, mei, kofi, kept, useful }
}

/** A need that Mei raises. */
export const needOf = async ({ org, mei }: Awaited<ReturnType<typeof laboratoryIn>>, title: string) =>
  (await mei.does(raiseNeed, { body: { title, details: '', groupId: org.root } })).id
