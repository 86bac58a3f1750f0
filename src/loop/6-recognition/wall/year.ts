import { sql } from 'kysely'
import { person } from '#people'
import { jsonMoment } from '#platform/db/json'
import type { Scope } from '#platform/scope'
import { isHelp } from '../boards/helped.ts'
import { readTerms } from '../settings/settings.ts'
import type { YearInReview } from '../wall.contract.ts'
import { stretchOf } from './stretch.ts'

/** The actor’s own year. What blind rounds they read counts for them, as they know of it themselves. */
export async function getYearInReview(scope: Scope, year: string): Promise<YearInReview> {
  const { timeZone } = await readTerms(scope)
  const { within } = stretchOf(`${year}-01-01`, 'year', timeZone)
  const me = scope.actor.id
  const { rows } = await sql<Omit<YearInReview, 'year'>>`
    with own as (select c.org_id, c.id, c.first_published_at as at from courses c
        where c.org_id = ${scope.org} and c.author_id = ${me} and c.first_published_at is not null),
      learners as (select distinct e.member_id, bool_or(${within('e.completed_at')}) as is_done from own o
        join enrollments e on e.org_id = o.org_id and e.course_id = o.id
        where ${within('e.started_at')} and e.member_id <> ${me} group by e.member_id),
      helped as (select distinct s.helped_id from signals s
        where s.org_id = ${scope.org} and s.helper_id = ${me} and ${within('s.at')} and ${isHelp}),
      done as (select v.minutes from enrollments e join courses c on c.org_id = e.org_id and c.id = e.course_id
        join course_versions v on v.org_id = e.org_id and v.course_id = e.course_id and v.number = e.version
        where e.org_id = ${scope.org} and e.member_id = ${me} and c.author_id <> ${me} and ${within('e.completed_at')}),
      said as (select k.* from kudos k where k.org_id = ${scope.org} and k.to_id = ${me} and ${within('k.given_at')}
        and k.withdrawn_at is null)
    select json_build_object('courses', (select count(*) from own where ${within('at')}),
        'learners', (select count(*) from learners), 'completed', (select count(*) from learners where is_done),
        'answers', (select count(*) from comments q join comments a on a.org_id = q.org_id and a.id = q.accepted_id
          where q.org_id = ${scope.org} and a.author_id = ${me} and ${within('q.accepted_at')}),
        'reviews', (select count(*) from reviewers w where w.org_id = ${scope.org} and w.member_id = ${me}
          and ${within('w.given_at')})) as taught,
      json_build_object('people', (select count(*) from helped), 'groups', (select count(distinct r.group_id) from helped h
        join roles r on r.org_id = ${scope.org} and r.member_id = h.helped_id)) as helped,
      json_build_object('courses', (select count(*) from done),
        'minutes', (select coalesce(sum(minutes), 0) from done)) as learned,
      (select count(*)::int from said) as thanks,
      (select coalesce(json_agg(json_build_object('id', x.id, 'reason', x.reason,
          'from', ${person('f')},
          'to', ${person('m')}) order by x.is_commendation desc, x.given_at desc), '[]')
        from (select * from said where review_id is null order by is_commendation desc, given_at desc, id limit 5) x
        join members f on f.org_id = x.org_id and f.id = x.from_id
        join members m on m.org_id = x.org_id and m.id = x.to_id) as quotes,
      (select coalesce(json_agg(json_build_object('name', v.name, 'at',
          ${jsonMoment('a.awarded_at')}) order by a.awarded_at), '[]')
        from (select * from badge_awards b where b.org_id = ${scope.org} and b.member_id = ${me} and b.revoked_at is null
          and ${within('b.awarded_at')} order by b.awarded_at desc limit 20) a
        join badge_versions v on v.org_id = a.org_id and v.badge_id = a.badge_id and v.number = a.version) as badges`.execute(
    scope.db,
  )
  return { year, ...(rows[0] as Omit<YearInReview, 'year'>) }
}
