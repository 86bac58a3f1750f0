import { int32At, type Stream } from '#platform/db/copy'
import type { Quiet } from '#platform/scope'
import { type Ids, numberedIds } from './ids.ts'

/** Who there is, numbered from 0 in the order of ids. */
export interface Members {
  ids: Ids
  isHere: Uint8Array
  /** The day each joined, since 1970. */
  joined: Int32Array
  /** The number of the first group that each was given a role in, below the whole organization; -1 for none. */
  groupOf: Int32Array
  /** Which share of full time each works, 0.1 to 1. */
  time: Float64Array
}

export async function readMembers({ org }: Quiet, stream: Stream): Promise<Members> {
  const [ids, groups] = [numberedIds(), numberedIds()]
  const [isHere, joined, groupOf, time]: [number[], number[], number[], number[]] = [[], [], [], []]
  const query = `
    select m.id, (m.joined_at::date - date '1970-01-01')::int, m.left_at is null, m.working_time, r.group_id
    from members m
    left join (select distinct on (member_id) member_id, group_id from roles
      where org_id = '${org}' and group_id <> '${org}' order by member_id, granted_at, group_id) r on r.member_id = m.id
    where m.org_id = '${org}' order by m.id`
  await stream(query, (bytes, at) => {
    // Each field has its length before it: 16 bytes, 4, 1, 4, and 16 or none.
    ids.add(bytes, at + 4)
    joined.push(int32At(bytes, at + 24))
    isHere.push(bytes[at + 32] as number)
    time.push(int32At(bytes, at + 37) / 100)
    groupOf.push(int32At(bytes, at + 41) === -1 ? -1 : groups.add(bytes, at + 45))
  })
  return {
    ids,
    isHere: Uint8Array.from(isHere),
    joined: Int32Array.from(joined),
    groupOf: Int32Array.from(groupOf),
    time: Float64Array.from(time),
  }
}
