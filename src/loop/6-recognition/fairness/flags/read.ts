import { int32At, type Stream } from '#platform/db/copy'
import type { Quiet } from '#platform/scope'
import type { Thanks } from '../rings/thanks.ts'

/** Everybody who thanked or was thanked, numbered, and the number of the group each works in; -1 for none. */
interface People {
  ids: string[]
  isHere: boolean[]
  groups: Int32Array
}

const day = 86_400_000
/** So far it looks back, in days. */
const lookedBack = 365

/** Where somebody works: the first group below the whole organization that they were given a role in. */
export async function readPeople({ org, db }: Quiet): Promise<People> {
  const rows = await db
    .selectFrom('members as m')
    .leftJoin(
      (from) =>
        from
          .selectFrom('roles')
          .select(['memberId', 'groupId'])
          .distinctOn('memberId')
          .where('orgId', '=', org)
          .where('groupId', '<>', org)
          .orderBy('memberId')
          .orderBy('grantedAt')
          .orderBy('groupId')
          .as('r'),
      (join) => join.onRef('r.memberId', '=', 'm.id'),
    )
    .select(['m.id', 'm.leftAt', 'r.groupId'])
    .where('m.orgId', '=', org)
    .orderBy('m.id')
    .execute()
  const numbers = new Map<string, number>()
  const groups = rows.map(({ groupId }) => {
    if (groupId === null) return -1
    const number = numbers.get(groupId) ?? numbers.size
    numbers.set(groupId, number)
    return number
  })
  return {
    ids: rows.map(({ id }) => id),
    isHere: rows.map(({ leftAt }) => leftAt === null),
    groups: Int32Array.from(groups),
  }
}

/** A column that grows. */
function column() {
  let values = new Int32Array(1024)
  let size = 0
  return {
    add: (value: number) => {
      if (size === values.length) {
        const larger = new Int32Array(size * 2)
        larger.set(values)
        values = larger
      }
      values[size] = value
      size += 1
    },
    all: () => values.subarray(0, size),
  }
}

/**
 * The thanks of a year, by the numbers of members in the order of their ids. Those that an author gives with one press to
 * all who read a round of review are left out: nobody chose whom to thank.
 */
export async function readThanks({ org, now }: Quiet, stream: Stream, members: number): Promise<Thanks> {
  const [from, to, days, points, grounded] = [column(), column(), column(), column(), column()]
  const since = new Date(now.getTime() - lookedBack * day).toISOString()
  const query = `with people as (select id, (row_number() over (order by id) - 1)::int as place from members
      where org_id = '${org}')
    select f.place, t.place, (k.given_at::date - date '1970-01-01')::int, k.points,
      (k.course_id is not null or k.need_id is not null)::int
    from kudos k join people f on f.id = k.from_id join people t on t.id = k.to_id
    where k.org_id = '${org}' and k.withdrawn_at is null and k.review_id is null and k.given_at > '${since}'
      and k.given_at <= '${now.toISOString()}'`
  const columns = [from, to, days, points, grounded]
  await stream(query, (bytes, at) => {
    // Four bytes each, with their length before them.
    for (const [place, one] of columns.entries()) one.add(int32At(bytes, at + place * 8 + 4))
  })
  return {
    members,
    ...{ from: from.all(), to: to.all(), day: days.all(), points: points.all(), grounded: grounded.all() },
  }
}
