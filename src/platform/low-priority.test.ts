import { constants, getPriority } from 'node:os'
import { expect, inject, test } from 'vitest'
import { connect } from './db/connect.ts'

/** The priority of the database's process behind a connection. */
async function priorityOf(givesWay: boolean): Promise<number> {
  const errors: Error[] = []
  const pool = connect(inject('cluster').appUrl, { max: 1, onError: (error) => errors.push(error), givesWay })
  try {
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    return getPriority(rows[0]?.pid ?? 0)
  } finally {
    await pool.end()
    expect(errors).toEqual([])
  }
}

test('what a connection that gives way asks has a lower priority than what others ask, where a thread can have one', async () => {
  const usual = await priorityOf(false)
  const lower = constants.priority.PRIORITY_BELOW_NORMAL
  expect(await priorityOf(true)).toBe(process.platform === 'linux' ? Math.max(lower, usual) : usual)
})
