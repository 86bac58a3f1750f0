import { int32At, type Stream } from '#platform/db/copy'
import type { Quiet } from '#platform/scope'
import { collectActs, nobody } from '../expertise/acts.ts'
import { signalKinds } from '../signals/kinds.ts'
import type { Abouts } from './abouts.ts'
import type { Members } from './members.ts'

export const dayOf = (at: Date): number => Math.floor(at.getTime() / 86_400_000)

/** Kinds by how they are written: their length and first two letters tell them apart. */
const kindKey = (length: number, first: number, second: number) => (length << 16) | (first << 8) | second
const kinds = new Map(
  signalKinds.map((kind, number) => [kindKey(kind.length, kind.charCodeAt(0), kind.charCodeAt(1)), number]),
)

/** What an act is by kind of help and by what it is about, as one number. */
export const regardOf = (kind: number, about: number): number => about * signalKinds.length + kind

/** SQL: the fields of a signal in the order `takeSignal` has them in; `whom` is whom it helped. */
export const signalFields = (
  whom: string,
) => `helper_id, ${whom}, (at::date - date '1970-01-01')::int, useful, kind, subject_id,
  case when subject_id is null then topic end`

/** SQL: whom a signal helped, also where nobody is told: counting alone reads that. */
const whomOf = 'coalesce(helped_id, veiled_id)'

type TakeAct = (helper: number, helped: number, day: number, kind: number, useful: number) => void

/** Takes the fields of one signal as an act, whose kind says also what it is about: see `regardOf`. */
export function takeSignal(
  bytes: Buffer,
  start: number,
  { ids }: Members,
  abouts: Abouts,
  take: TakeAct,
): void {
  const unknown = ids.size()
  const numberAt = (at: number) => {
    const number = ids.find(bytes, at)
    return number === -1 ? unknown : number
  }
  const isKnown = int32At(bytes, start + 20) !== -1
  const at = start + 24 + (isKnown ? 16 : 0)
  const [day, useful, length] = [int32At(bytes, at + 4), int32At(bytes, at + 12), int32At(bytes, at + 16)]
  const kind = kinds.get(kindKey(length, bytes[at + 20] as number, bytes[at + 21] as number)) ?? 0
  const about = abouts.add(bytes, at + 20 + length)
  take(numberAt(start + 4), isKnown ? numberAt(start + 24) : nobody, day, regardOf(kind, about), useful)
}

/** Every signal up to this moment as an act, of some helpers or of all; and of whom one was left out. */
export async function readActs(
  { org, now }: Quiet,
  stream: Stream,
  members: Members,
  abouts: Abouts,
  helpers: ReadonlySet<number> | null,
) {
  const { take, leftOut, acts } = collectActs(members.ids.size(), dayOf(now))
  const odd = new Set<number>()
  const those = helpers && [...helpers].map((member) => members.ids.idOf(member)).join()
  const query = `select ${signalFields(whomOf)} from signals where org_id = '${org}'`
  if (those !== '')
    await stream(those ? `${query} and helper_id = any('{${those}}')` : query, (bytes, at) =>
      takeSignal(bytes, at, members, abouts, (helper, helped, day, kind, useful) => {
        if (!take(helper, helped, day, kind, useful)) odd.add(helper)
      }),
    )
  return { acts: acts(), leftOut, odd }
}
