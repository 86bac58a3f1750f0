import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { giveKudos, withdrawKudos } from '#recognition/contract.ts'
import { listAccounts, listEntries } from '#recognition/ledger.contract.ts'
import { setRecognition } from '#recognition/settings.contract.ts'
import { companyIn, playerOn, type Wire } from './setup/company.ts'
import { openServer, striking } from './setup/killed.ts'

/** Points are given while the server is killed: what was answered is booked once, whatever was sent how often. */
const { server, databaseUrl, restart } = openServer()
const gifts = 40
const points = 3

test('a server killed again and again while points are given and taken back loses no transaction that it answered, and doubles none', async () => {
  const { cast, admin, org } = await companyIn(databaseUrl())
  const strikes = striking(90_125, 60, 5, restart)
  const wire: Wire = {
    ...{ url: () => server().url, onTry: strikes.onTry, outcomes: new Map(), sendsTwice: true },
  }
  const [boss, receiver] = [playerOn(wire, admin), playerOn(wire, cast.needs)]
  const givers = [cast.writes, cast.reviews, ...cast.learn].map((one) => playerOn(wire, one))
  await boss.does(setRecognition, { body: { allowance: 1000, timeZone: 'UTC' } })
  const give = async (giver: (typeof givers)[number], number: number) => {
    const body = { toIds: [receiver.id], reason: `You zeroed gauge ${number} in the cold.`, points }
    const { id } = await giver.does(giveKudos, { body })
    // Every fifth is taken back.
    if (number % 5 === 0) await giver.does(withdrawKudos, { params: { kudosId: id } })
  }
  await Promise.all(
    givers.map(async (giver) => {
      for (let number = 0; number < gifts; number += 1) await give(giver, number)
    }),
  )
  await strikes.over()
  expect(strikes.count()).toBe(5)
  expect(wire.outcomes.get('cut off')).toBeGreaterThan(0)

  const kept = givers.length * gifts * 0.8
  const { items } = await receiver.does(listAccounts)
  const account = items.find(({ kind }) => kind === 'points')
  expect(account?.balance).toBe(kept * points)
  const moved: number[] = []
  let after: string | null = null
  do {
    const query: { limit: number; after?: string } = { limit: 100, ...(after && { after }) }
    const page = await receiver.does(listEntries, { params: { accountId: account?.id ?? '' }, query })
    moved.push(...page.items.map(({ amount }) => amount))
    after = page.next
  } while (after && moved.length < 1000)
  expect(moved.filter((amount) => amount === points)).toHaveLength(givers.length * gifts)
  expect(moved.filter((amount) => amount === -points)).toHaveLength(givers.length * gifts * 0.2)

  const env = { ...process.env, DATABASE_URL: databaseUrl() }
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/ledger-check.ts'], { env })
  expect(stdout).toContain(`(${org}): the ledger holds`)
})
