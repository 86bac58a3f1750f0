import { sql } from 'kysely'
import { person } from '#people'
import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { monthOf } from '../calendar.ts'
import { maySet, readTerms, refuseUnlessAdmin } from '../settings/settings.ts'
import type { Celebration } from '../wall.contract.ts'
import { stretchOf } from './stretch.ts'

type Figures = Pick<Celebration, 'counts' | 'newcomers' | 'leaders' | 'courses' | 'quotes'>

/** SQL: the member `a` is here and lets themselves be found out as somebody who helps. */
const isNamed = sql`a.left_at is null and not exists (select from detection_absences d where d.org_id = a.org_id
  and d.member_id = a.id and d.until is null)
  and not exists (select from board_absences b where b.org_id = a.org_id and b.member_id = a.id)`

/** What was done in a month where everybody may look: private groups, private thanks and who takes no part are left out. */
async function findFigures(scope: Scope, month: string): Promise<Figures> {
  const { timeZone } = await readTerms(scope)
  const { within } = stretchOf(`${month}-01`, 'month', timeZone)
  const line = sql`json_build_object('id', o.id, 'title', o.title, 'author', ${person('a')})`
  const { rows } = await sql<Figures>`
    with open as (select c.org_id, c.id, c.title, c.author_id, c.first_published_at as at from courses c
        join groups g on g.org_id = c.org_id and g.id = c.group_id
        where c.org_id = ${scope.org} and c.first_published_at is not null and c.retired_at is null and not g.private),
      made as (select o.*, not exists (select from courses e where e.org_id = o.org_id and e.author_id = o.author_id
          and e.first_published_at < o.at) as is_first from open o where ${within('o.at')}),
      done as (select e.member_id, o.author_id from open o
        join enrollments e on e.org_id = o.org_id and e.course_id = o.id
        where ${within('e.completed_at')} and e.member_id <> o.author_id),
      said as (select k.* from kudos k
        left join courses c on c.org_id = k.org_id and c.id = k.course_id
        left join needs n on n.org_id = k.org_id and n.id = k.need_id
        left join groups g on g.org_id = k.org_id and g.id = coalesce(c.group_id, n.group_id)
        where k.org_id = ${scope.org} and ${within('k.given_at')} and k.withdrawn_at is null and not k.is_private
          and k.id = k.together_id and k.review_id is null and (g.id is null or not g.private))
    select json_build_object('courses', (select count(*) from made),
        'learners', (select count(distinct member_id) from done),
        'answers', (select count(*) from comments q join courses c on q.subject = 'course' and c.org_id = q.org_id
            and c.id = q.subject_id join groups g on g.org_id = c.org_id and g.id = c.group_id
          where q.org_id = ${scope.org} and ${within('q.accepted_at')} and not g.private),
        'needs', (select count(*) from needs n join groups g on g.org_id = n.org_id and g.id = n.group_id
          where n.org_id = ${scope.org} and ${within('n.answered_at')} and not g.private),
        'thanks', (select count(*) from said)) as counts,
      (select coalesce(json_agg(line), '[]') from (select ${line} as line from made o
        join members a on a.org_id = o.org_id and a.id = o.author_id
        where o.is_first and ${isNamed} order by o.at, o.id limit 12) x) as newcomers,
      (select coalesce(json_agg(json_build_object('member', who, 'learners', learners)), '[]') from (
        select ${person('a')} as who, count(distinct d.member_id) as learners from done d
        join members a on a.org_id = ${scope.org} and a.id = d.author_id where ${isNamed}
        group by a.id, a.name, a.title order by 2 desc, a.id limit 5) x) as leaders,
      (select coalesce(json_agg(line), '[]') from (select ${line} as line from made o
        join members a on a.org_id = o.org_id and a.id = o.author_id order by o.at desc, o.id limit 6) x) as courses,
      (select coalesce(json_agg(line), '[]') from (select json_build_object('id', s.id, 'from', ${person('f')}, 'to', ${person('a')},
          'reason', s.reason) as line from said s
        join members f on f.org_id = s.org_id and f.id = s.from_id join members a on a.org_id = s.org_id and a.id = s.to_id
        where ${isNamed} order by s.is_commendation desc, s.given_at desc, s.id limit 3) x) as quotes`.execute(
    scope.db,
  )
  return rows[0] as Figures
}

const postOf = (scope: Scope, month: string) =>
  scope.db
    .selectFrom('celebrations as c')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'c.orgId').onRef('m.id', '=', 'c.postedBy'),
    )
    .select(['c.words', 'c.postedAt as at', 'm.id', 'm.name', 'm.title'])
    .where('c.orgId', '=', scope.org)
    .where('c.month', '=', month)
    .where('c.withdrawnAt', 'is', null)
    .executeTakeFirst()

/** A month as everybody may read of it, with what was posted of it. */
export async function getCelebration(scope: Scope, month: string): Promise<Celebration> {
  const [figures, found, isToCome] = [
    await findFigures(scope, month),
    await postOf(scope, month),
    await liesAhead(scope, month),
  ]
  const post = found && {
    words: found.words,
    by: { id: found.id, name: found.name, title: found.title },
    at: found.at,
  }
  const can = { post: maySet(scope) && !post && !isToCome, withdraw: maySet(scope) && Boolean(post) }
  return { month, ...figures, post: post ?? null, can }
}

async function liesAhead(scope: Scope, month: string): Promise<boolean> {
  const { timeZone } = await readTerms(scope)
  return month > monthOf(scope.now, timeZone)
}

/** Posts a month to everybody’s feed, once: an administrator of the whole organization. */
export async function postCelebration(scope: Scope, month: string, words: string): Promise<Celebration> {
  refuseUnlessAdmin(scope)
  if (await liesAhead(scope, month)) throw conflict('celebration.to-come')
  const values = { words, postedBy: scope.actor.id, postedAt: scope.now, withdrawnAt: null }
  const posted = await scope.db
    .insertInto('celebrations')
    .values({ orgId: scope.org, month, ...values })
    .onConflict((known) =>
      known.columns(['orgId', 'month']).doUpdateSet(values).where('celebrations.withdrawnAt', 'is not', null),
    )
    .executeTakeFirst()
  if (posted.numInsertedOrUpdatedRows === 0n) throw conflict('celebration.posted')
  await record(scope, 'celebration.posted', { month, words })
  tell(scope, { topics: ['celebrations'] })
  return getCelebration(scope, month)
}

/** Takes the post of a month back; nobody’s feed has it any more. */
export async function withdrawCelebration(scope: Scope, month: string): Promise<void> {
  refuseUnlessAdmin(scope)
  const withdrawn = await scope.db
    .updateTable('celebrations')
    .set({ withdrawnAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('month', '=', month)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows === 0n) throw notFound('celebration')
  await record(scope, 'celebration.withdrawn', { month })
  tell(scope, { topics: ['celebrations', 'feed'] })
}
