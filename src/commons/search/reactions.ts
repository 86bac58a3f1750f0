import { readVersion } from '#course'
import { textOf } from '#course/document/blocks.ts'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'

type Kind = 'need' | 'course' | 'step' | 'member'

interface Entry {
  kind: Kind
  id: string
  part?: string
  groupId: string | null
  title: string
  body: string
  detail: string
  weight: number
}

async function keep(scope: Scope, entries: Entry[]): Promise<void> {
  for (const { part = '', ...entry } of entries) {
    await scope.db
      .insertInto('searchEntries')
      .values({ orgId: scope.org, part, ...entry })
      .onConflict((known) => known.columns(['orgId', 'kind', 'id', 'part']).doUpdateSet({ ...entry }))
      .execute()
  }
}

const forget = (scope: Scope, kinds: Kind[], id: string) =>
  scope.db
    .deleteFrom('searchEntries')
    .where('orgId', '=', scope.org)
    .where('kind', 'in', kinds)
    .where('id', '=', id)
    .execute()

/** A need is found while it is open or answered; merged and closed ones are not. */
async function indexNeed(scope: Scope, id: string): Promise<void> {
  const need = await scope.db
    .selectFrom('needs as n')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'n.orgId').onRef('g.id', '=', 'n.groupId'))
    .select(['n.groupId', 'n.title', 'n.details', 'n.mergedInto', 'n.closedAt', 'g.name'])
    .where('n.orgId', '=', scope.org)
    .where('n.id', '=', id)
    .executeTakeFirstOrThrow()
  if (need.mergedInto || need.closedAt) return void (await forget(scope, ['need'], id))
  const { groupId, title, details: body, name: detail } = need
  await keep(scope, [{ kind: 'need', id, groupId, title, body, detail, weight: 1 }])
}

/** A published course and each of its steps; a retired one is forgotten. */
async function indexCourse(scope: Scope, id: string): Promise<void> {
  await forget(scope, ['course', 'step'], id)
  const course = await scope.db
    .selectFrom('courses as c')
    .innerJoin('members as a', (join) =>
      join.onRef('a.orgId', '=', 'c.orgId').onRef('a.id', '=', 'c.authorId'),
    )
    .select(['c.groupId', 'c.publishedVersion', 'c.retiredAt', 'c.tags', 'a.name'])
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', id)
    .executeTakeFirstOrThrow()
  if (!course.publishedVersion || course.retiredAt) return
  const { groupId, name } = course
  const { title, objective, document, tags } = await readVersion(scope, id, course.publishedVersion)
  const whole = {
    kind: 'course' as const,
    id,
    groupId,
    title,
    body: `${objective} ${(tags ?? course.tags).join(' ')}`,
    detail: name,
    weight: 1.3,
  }
  const steps = document.content.map((step) => ({
    kind: 'step' as const,
    id,
    part: step.attrs.id,
    groupId,
    title: step.attrs.title,
    body: textOf(step).slice(0, 20_000),
    detail: title,
    weight: 0.9,
  }))
  await keep(scope, [whole, ...steps])
}

async function indexMember(scope: Scope, id: string): Promise<void> {
  const member = await scope.db
    .selectFrom('members')
    .select(['name', 'title', 'leftAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (member.leftAt) return void (await forget(scope, ['member'], id))
  const { name, title } = member
  await keep(scope, [
    { kind: 'member', id, groupId: null, title: name, body: title, detail: title, weight: 1.2 },
  ])
}

export const reactions: Reaction[] = [
  reaction('need.raised', 'search.need-raised', (scope, { data }) => indexNeed(scope, data.needId)),
  reaction('need.changed', 'search.need-changed', (scope, { data }) => indexNeed(scope, data.needId)),
  reaction('need.merged', 'search.need-merged', (scope, { data }) => indexNeed(scope, data.needId)),
  reaction('need.unmerged', 'search.need-unmerged', (scope, { data }) => indexNeed(scope, data.needId)),
  reaction('need.closed', 'search.need-closed', (scope, { data }) => indexNeed(scope, data.needId)),
  reaction('need.reopened', 'search.need-reopened', (scope, { data }) => indexNeed(scope, data.needId)),
  reaction('course.published', 'search.course-published', (scope, { data }) =>
    indexCourse(scope, data.courseId),
  ),
  reaction('course.retired', 'search.course-retired', (scope, { data }) => indexCourse(scope, data.courseId)),
  reaction('course.returned', 'search.course-returned', (scope, { data }) =>
    indexCourse(scope, data.courseId),
  ),
  reaction('member.joined', 'search.member-joined', (scope, { data }) => indexMember(scope, data.memberId)),
  reaction('member.changed', 'search.member-changed', (scope, { data }) => indexMember(scope, data.memberId)),
  reaction('member.left', 'search.member-left', (scope, { data }) => indexMember(scope, data.memberId)),
  reaction('member.returned', 'search.member-returned', (scope, { data }) =>
    indexMember(scope, data.memberId),
  ),
]
