import { sql } from 'kysely'
import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { lockAbsences } from '../absences.ts'
import { askForDetection } from '../detection/task.ts'
import type { LineFault, Mapping, SignalImport } from '../import.contract.ts'
import { keepDaysOf } from '../purposes.ts'
import { isSaid } from '../signals/kinds.ts'
import { noting } from '../signals/note.ts'
import { getImport, refuseUnlessAdmin, refuseUnlessOn } from './imports.ts'
import { judge, type Said } from './judge.ts'
import { type Line, linesOf } from './lines.ts'
import { mostRejections } from './most-rejections.ts'

interface Row {
  source: string
  mapping: Mapping
  size: number
  taken: number
  lines: number
  rejected: number
  columns: string[] | null
  finished: boolean
}

async function lockImport(scope: Scope, id: string): Promise<Row> {
  await getImport(scope, id)
  const { rows } =
    await sql<Row>`select source, mapping, size::float8 as size, taken::float8 as taken, lines, rejected,
    columns, finished_at is not null as finished
    from signal_imports where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('An import that was just read is not there.')
  return row
}

/** Those of some mail addresses that are members who are here, by address; and since when who takes part again does. */
async function whoIs(scope: Scope, mails: readonly string[]) {
  const { rows } = await sql<{ mail: string; id: string; absent: boolean; until: string | null }>`
    select lower(m.email) as mail, m.id, a.member_id is not null and a.until is null as absent, a.until
    from members m left join detection_absences a on a.org_id = m.org_id and a.member_id = m.id
    where m.org_id = ${scope.org} and m.left_at is null and lower(m.email) = any(${[...new Set(mails)]}::text[])`.execute(
    scope.db,
  )
  return new Map(rows.map(({ mail, ...rest }) => [mail, rest]))
}

type People = Awaited<ReturnType<typeof whoIs>>

/** Whether what somebody did then may be kept. */
const takesPartThen = (people: People, mail: string, at: Date): boolean => {
  const found = people.get(mail)
  return found !== undefined && !found.absent && (found.until === null || found.until <= at.toISOString())
}

/** Whether what a line says is stored: not of who takes no part, nor what those say of others. */
const mayStand = (people: People, { helper, helped, kind, at }: Said): boolean =>
  takesPartThen(people, helper, at) && (helped === null || !isSaid(kind) || takesPartThen(people, helped, at))

interface Sorted {
  /** As they are stored. */
  signals: object[]
  /** How many lines are good: those of who takes no part too, of which nothing is stored, and nobody is told whose they were. */
  kept: number
  rejections: { line: number; reason: LineFault }[]
}

/** Sorts lines into those that are kept and those that are not. */
async function sortLines(
  scope: Scope,
  lines: readonly Line[],
  mapping: Mapping,
  firstLine: number,
): Promise<Sorted> {
  const keepDays = await keepDaysOf(scope, 'imports')
  const judged = lines.map(({ line, fields }) => ({
    line: line + firstLine,
    ...judge(fields, mapping, scope.now, keepDays),
  }))
  const good = judged.flatMap(({ line, fault, said }) => (fault === null && said ? [{ line, said }] : []))
  const people = await whoIs(
    scope,
    good.flatMap(({ said }) => [said.helper, ...(said.helped ? [said.helped] : [])]),
  )
  const rejections = judged.flatMap(({ line, fault }) => (fault ? [{ line, reason: fault }] : []))
  const kept: Said[] = []
  for (const { line, said } of good) {
    const reason = strangerIn(people, said)
    if (reason) rejections.push({ line, reason })
    else kept.push(said)
  }
  const signals = kept.filter((said) => mayStand(people, said)).map((said) => storedAs(said, people))
  return { signals, kept: kept.length, rejections: rejections.sort((a, b) => a.line - b.line) }
}

function strangerIn(people: People, { helper, helped }: Said): LineFault | null {
  if (!people.has(helper)) return 'unknown-helper'
  return helped !== null && !people.has(helped) ? 'unknown-helped' : null
}

function storedAs({ key, kind, helper, helped, at, topic, useful }: Said, people: People): object {
  const isNamed = helped !== null && takesPartThen(people, helped, at)
  const helpedId = isNamed ? people.get(helped)?.id : null
  return {
    key,
    kind,
    helperId: people.get(helper)?.id,
    helpedId,
    at: at.toISOString(),
    topic: topic || null,
    useful,
  }
}

/** Stores signals of a source; those that were known stay as they are. */
async function store(
  scope: Scope,
  importId: string,
  source: string,
  signals: readonly object[],
): Promise<void> {
  await noting(
    scope,
    1,
    sql`insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at,
      topic, useful, import_id)
    select ${scope.org}::uuid, ${source}, key, kind, "helperId", "helpedId", at, ${scope.now.toISOString()}::timestamptz,
      topic, useful, ${importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) as said (key text, kind text, "helperId" uuid,
      "helpedId" uuid, at timestamptz, topic text, useful int)
    on conflict do nothing`,
  )
}

async function storeRejections(scope: Scope, importId: string, before: number, all: Sorted['rejections']) {
  const told = all.slice(0, Math.max(0, mostRejections - before))
  if (told.length === 0) return
  await sql`insert into signal_rejections (org_id, import_id, line, reason)
    select ${scope.org}::uuid, ${importId}::uuid, line, reason
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as said (line int, reason text)`.execute(scope.db)
}

/** Refuses bytes that are not those that come next. */
function refusePart({ finished, taken, size }: Row, offset: number, length: number): void {
  if (finished) throw conflict('import.finished')
  if (offset !== taken) throw conflict('import.wrong-offset', { taken })
  if (offset + length > size) throw conflict('import.too-much')
}

/**
 * Takes the whole lines of a part of a file, which must begin where it was read to; the rest is sent again with what
 * follows. All of a part is taken or nothing, so it can be gone on with after anything. The last part finishes it.
 */
export async function takePart(
  scope: Scope,
  id: string,
  offset: number,
  bytes: Uint8Array,
): Promise<SignalImport> {
  refuseUnlessAdmin(scope)
  await refuseUnlessOn(scope)
  await lockAbsences(scope)
  const row = await lockImport(scope, id)
  refusePart(row, offset, bytes.length)
  const isLast = offset + bytes.length === row.size
  const { lines, columns, taken, count } = linesOf(bytes, row.mapping, row.columns, isLast)
  if (taken === 0) throw conflict('import.no-lines')
  const { signals, kept, rejections } = await sortLines(scope, lines, row.mapping, row.lines)
  await store(scope, id, row.source, signals)
  await storeRejections(scope, id, row.rejected, rejections)
  await sql`update signal_imports set taken = taken + ${taken}, lines = lines + ${count}, kept = kept + ${kept},
      rejected = rejected + ${rejections.length},
      columns = ${JSON.stringify(columns)}::jsonb, finished_at = ${isLast ? scope.now.toISOString() : null}::timestamptz
    where org_id = ${scope.org} and id = ${id}`.execute(scope.db)
  const now = await getImport(scope, id)
  if (isLast) await finish(scope, now)
  tell(scope, { topics: ['imports'], to: [scope.actor.id] })
  return now
}

async function finish(scope: Scope, { id, source, lines, kept, rejected }: SignalImport): Promise<void> {
  await record(scope, 'import.finished', { importId: id, source, lines, kept, rejected })
  askForDetection(scope)
}
