import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { slack } from '#platform/slack'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'
import { endOf } from './file.ts'
import { writeOfHour } from './letters.ts'
import { guestsOf, holdHour, hoursThat, type Row, setHour } from './rows.ts'

const aDay = 86_400_000

/** When those who come are reminded. */
const reminderOf = ({ startsAt }: Row): Date => new Date(Date.parse(startsAt) - aDay)

/** What is due next about office hours, and when; nothing about those that were cancelled or are behind. */
export function nextOf(hour: Row, now: Date): { act: 'remind' | 'hold'; at: Date } | null {
  if (hour.why !== null || hour.heldAt) return null
  // Whoever offers them within a day of their beginning need not be reminded.
  const isRemindable = !hour.remindedAt && now.getTime() < Date.parse(hour.startsAt)
  return isRemindable ? { act: 'remind', at: reminderOf(hour) } : { act: 'hold', at: endOf(hour) }
}

/** Has what is due next done in time. */
export function askForHour(scope: Scope, hour: Row): void {
  const next = nextOf(hour, scope.now)
  if (!next) return
  const payload = { org: scope.org, hourId: hour.id }
  enqueue(scope, {
    task: 'office-hour',
    payload,
    runAt: next.at.toISOString(),
    key: `office-hour ${hour.id}`,
  })
}

async function findForJob(scope: Scope, id: string): Promise<Row | undefined> {
  await holdHour(scope, id)
  const [hour] = await hoursThat(scope, { where: sql<boolean>`h.id = ${id}`, limit: 1 })
  return hour
}

/** Reminds the host and those who come, or writes down that they were held. Before its time, or a second time, it does nothing. */
async function doWhatIsDue(scope: Scope, id: string): Promise<void> {
  const hour = await findForJob(scope, id)
  const next = hour && nextOf(hour, scope.now)
  if (!next || next.at.getTime() > scope.now.getTime() + slack) return
  const guests = await guestsOf(scope, id)
  const of = { hourId: id, groupId: hour.group.id, topic: hour.topic }
  if (next.act === 'hold') {
    await setHour(scope, id, { heldAt: scope.now })
    if (guests.length > 0)
      await record(scope, 'hour.held', { ...of, hostId: hour.host.id, guests: guests.length })
    return
  }
  const all = guests.length > 0 ? [...guests, { memberId: hour.host.id, timeZone: hour.timeZone }] : []
  await setHour(scope, id, { remindedAt: scope.now })
  if (all.length > 0)
    await record(scope, 'hour.reminded', { ...of, memberIds: all.map(({ memberId }) => memberId) })
  await writeOfHour(scope, 'soon', hour, all)
  askForHour(scope, { ...hour, remindedAt: scope.now.toISOString() })
}

/** The job that reminds of office hours a day before, and notes afterwards that they were held. */
export const hourTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, (scope, { hourId }) => doWhatIsDue(scope, String(hourId)))
