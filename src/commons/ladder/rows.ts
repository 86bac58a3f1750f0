import { type RawBuilder, sql } from 'kysely'
import type { CourseDocument } from '#course/document/schema.ts'
import { groupVisible, person, personIfAny } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Contribution } from './contribution.contract.ts'
import { wordsIn } from './place.ts'

type Row = Omit<Contribution, 'stepTitle' | 'now' | 'can'> & { authorId: string }

/** Contributions `x` that fulfil a condition, in groups that the actor may see, with their courses `c`. */
export const contributionRows = (scope: Scope, where: RawBuilder<unknown>, rest: RawBuilder<unknown>) =>
  sql<Row>`select x.id, json_build_object('id', c.id, 'title', coalesce(v.title, c.title)) as course,
      ${person('m')} as contributor, x.kind, x.step_id, x.block_id, x.content,
      case when f.id is not null then json_build_object('mediaType', f.media_type, 'width', f.width,
        'height', f.height) end as file,
      x.edition, x.made_at, x.changed_at, x.state, ${personIfAny('d')} as decided_by, x.decided_at, x.words,
      x.credited_version as version, c.author_id
    from contributions x
    join courses c on c.org_id = x.org_id and c.id = x.course_id
    join groups g on g.org_id = c.org_id and g.id = c.group_id and ${groupVisible(scope, 'g')}
    join members m on m.org_id = x.org_id and m.id = x.member_id
    left join members d on d.org_id = x.org_id and d.id = x.decided_by
    left join assets f on f.org_id = x.org_id and f.id = x.file_id
    left join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
    where x.org_id = ${scope.org} and ${where} ${rest}`

/** Texts of courses, each as the actor may read it: the draft of their own, else what is published. */
async function documentsOf(scope: Scope, rows: readonly Row[]): Promise<Map<string, CourseDocument>> {
  const ids = [...new Set(rows.map(({ course }) => course.id))]
  if (ids.length === 0) return new Map()
  const { rows: found } = await sql<{ id: string; document: CourseDocument | null }>`
    select c.id, case when c.author_id = ${scope.actor.id} then c.draft else v.document end as document
    from courses c left join course_versions v on v.org_id = c.org_id and v.course_id = c.id
      and v.number = c.published_version
    where c.org_id = ${scope.org} and c.id = any(${ids}::uuid[])`.execute(scope.db)
  return new Map(found.flatMap(({ id, document }) => (document ? [[id, document]] : [])))
}

/** Rows as their reader may see them, with what the places they are about say by now. */
export async function presentAll(scope: Scope, rows: readonly Row[]): Promise<Contribution[]> {
  const documents = await documentsOf(scope, rows)
  return rows.map(({ authorId, ...row }) => {
    const document = documents.get(row.course.id)
    const step = document?.content.find(({ attrs }) => attrs.id === row.stepId)
    const isEdit = row.kind === 'edit' && row.blockId !== null
    const [isAuthor, isMine] = [authorId === scope.actor.id, row.contributor.id === scope.actor.id]
    const isOpen = row.state === 'open'
    const mayUndo = row.state === 'declined' || (row.state === 'taken' && row.version === null)
    return {
      ...row,
      stepTitle: step?.attrs.title ?? null,
      now: document && isEdit ? wordsIn(document, row.blockId ?? '') : null,
      can: {
        decide: isAuthor && isOpen,
        change: isMine && isOpen,
        withdraw: isMine && isOpen,
        reopen: (isAuthor && mayUndo) || (isMine && row.state === 'withdrawn'),
      },
    }
  })
}

/** One contribution, for who gave it or writes its course; throws 404 for anybody else. */
export async function getContribution(scope: Scope, id: string): Promise<Contribution> {
  const { actor } = scope
  const isMine = sql`x.id = ${id} and (x.member_id = ${actor.id} or c.author_id = ${actor.id})`
  const { rows } = await contributionRows(scope, isMine, sql``).execute(scope.db)
  const [one] = await presentAll(scope, rows)
  if (!one) throw notFound('contribution')
  return one
}
