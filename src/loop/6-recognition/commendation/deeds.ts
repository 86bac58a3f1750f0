import { sql } from 'kysely'
import { privacy } from '#leader'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { Deeds } from '../commendation.contract.ts'

interface Found {
  courses: number
  learners: number
  useful: number
  said: number
  accepted: number
  reviews: number
  findings: number
  fewest: number
}

/**
 * What a member did since a moment, as far as the actor may see where: how often, and for how many. What blind rounds were
 * read is left out, and what too few said is not told.
 */
export async function findDeeds(scope: Scope, memberId: string, since: string): Promise<Deeds> {
  const visible = groupVisible(scope, 'g')
  const { rows } = await sql<Found>`
    with own as (select c.org_id, c.id, c.first_published_at from courses c
      join groups g on g.org_id = c.org_id and g.id = c.group_id
      where c.org_id = ${scope.org} and c.author_id = ${memberId} and c.published_at is not null
        and c.retired_at is null and ${visible}),
    words as (select r.member_id, bool_or(r.kind in ('useful', 'learned')) as is_useful from own o
      join reactions r on r.org_id = o.org_id and r.subject = 'course' and r.subject_id = o.id
      where r.kind in ('useful', 'learned', 'outdated') and r.at > ${since} and r.member_id <> ${memberId}
      group by r.member_id)
    select (select count(*)::int from own where first_published_at > ${since}) as courses,
      (select count(distinct e.member_id)::int from own o
        join enrollments e on e.org_id = o.org_id and e.course_id = o.id
        where e.started_at > ${since} and e.member_id <> ${memberId}) as learners,
      (select count(*) filter (where is_useful)::int from words) as useful,
      (select count(*)::int from words) as said,
      (select count(*)::int from comments a join comments q on q.org_id = a.org_id and q.accepted_id = a.id
        left join courses c on a.subject = 'course' and c.org_id = a.org_id and c.id = a.subject_id
        left join needs n on a.subject = 'need' and n.org_id = a.org_id and n.id = a.subject_id
        join groups g on g.org_id = a.org_id and g.id = coalesce(c.group_id, n.group_id)
        where a.org_id = ${scope.org} and a.author_id = ${memberId} and a.removed_at is null
          and q.accepted_at > ${since} and ${visible}) as accepted,
      (select count(*)::int from reviewers w join reviews r on r.org_id = w.org_id and r.id = w.review_id
        join courses c on c.org_id = r.org_id and c.id = r.course_id
        join groups g on g.org_id = c.org_id and g.id = c.group_id
        where w.org_id = ${scope.org} and w.member_id = ${memberId} and w.given_at > ${since}
          and not r.is_blind and ${visible}) as reviews,
      (select count(*)::int from findings f join reviews r on r.org_id = f.org_id and r.id = f.review_id
        join courses c on c.org_id = r.org_id and c.id = r.course_id
        join groups g on g.org_id = c.org_id and g.id = c.group_id
        where f.org_id = ${scope.org} and f.author_id = ${memberId} and f.resolution = 'accepted'
          and f.resolved_at > ${since} and not r.is_blind and ${visible}) as findings,
      ${privacy.fewestTold(scope)} as fewest`.execute(scope.db)
  const { useful, said, fewest, ...counts } = rows[0] as Found
  const percent = Math.round((100 * useful) / said)
  return { ...counts, useful: said < fewest ? null : { percent, people: said } }
}
