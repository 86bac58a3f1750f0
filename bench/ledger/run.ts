import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import type pg from 'pg'
import { type Cairn, cairnOn } from '#app/cairn.ts'
import { founding } from '#people'
import { connect } from '#platform/db/connect'
import type { Scope } from '#platform/scope'
import { type AccountOf, findBroken, openAccounts, post } from '#recognition'
import { listEntries } from '#recognition/ledger.contract.ts'
import { configOf, log, newFolder, onDatabase } from '../database.ts'
import { addEmpty, enter, type Made, organizationIn } from '../review/enter.ts'
import { quantile } from '../review/measures.ts'
import { report, size } from './report.ts'

const points = (ownerId: string): AccountOf => ({ kind: 'points', unit: 'points', ownerId })

/** So many people, each with more points than they could give away here. */
async function fillPeople(cairn: Cairn, made: Made): Promise<string[]> {
  const ids: string[] = []
  const { org } = made
  const { as: inIt } = organizationIn(cairn, made)
  while (ids.length < size.people) {
    await inIt(async (scope) => {
      for (let count = 0; count < 50; count += 1) {
        const number = ids.length
        const { id } = await founding.addMember(scope, {
          ...{ name: `Member ${number}`, email: `m${number}@bench.example`, title: '', locale: 'en' },
          ...{ groupId: org, role: 'learner' },
        })
        ids.push(id)
        await post(scope, {
          ...{ kind: 'start', key: `start ${id}`, about: {} },
          legs: [
            { account: { kind: 'issue', unit: 'points', ownerId: org }, amount: -1_000_000 },
            { account: points(id), amount: 1_000_000 },
          ],
        })
      }
    })
  }
  return ids
}

/** An account with a million entries, each a transaction of its own, in parts: a row changed so often in one is slow. */
async function fillStatement(owner: pg.Pool, { org }: Made, giver: string, taker: string): Promise<void> {
  const part = 500
  for (let done = 0; done < size.statement; done += part)
    await owner.query(
      `insert into ledger_transactions (org_id, id, kind, key, made_at, about, accounts, amounts)
       select $1, gen_random_uuid(), 'gift', 'fill ' || n, now(), '{}', array[$2, $3]::uuid[],
         array[case when n % 2 = 0 then -1 else 1 end, case when n % 2 = 0 then 1 else -1 end]::bigint[]
       from generate_series($4::int, $5::int) n`,
      [org, giver, taker, done, done + part - 1],
    )
  await owner.query('vacuum analyze ledger_accounts, ledger_transactions, ledger_entries')
}

/** So many at once, each one transaction after the other for a while: milliseconds of each. */
async function drive(
  work: (client: number, turn: number) => Promise<unknown>,
): Promise<{ took: number[]; seconds: number }> {
  const took: number[] = []
  const begun = performance.now()
  const until = begun + size.seconds * 1000
  await Promise.all(
    Array.from({ length: size.clients }, async (_, client) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const start = performance.now()
        await work(client, turn)
        took.push(performance.now() - start)
      }
    }),
  )
  return { took: took.sort((a, b) => a - b), seconds: (performance.now() - begun) / 1000 }
}

const rated = ({ took, seconds }: { took: number[]; seconds: number }) => ({
  perSecond: took.length / seconds,
  median: quantile(took, 0.5),
  p99: quantile(took, 0.99),
})

const as = (scope: Scope, id: string): Scope => ({ ...scope, actor: { ...scope.actor, id } })

/** One gift of one point by who has it, in a transaction of the database. */
const gift = (cairn: Cairn, made: Made, from: string, to: string, key: string) =>
  organizationIn(cairn, made).as((scope) =>
    post(as(scope, from), {
      ...{ kind: 'gift', key, about: {} },
      legs: [
        { account: points(from), amount: -1 },
        { account: points(to), amount: 1 },
      ],
    }),
  )

async function measureTransactions(cairn: Cairn, owner: pg.Pool, made: Made, ids: string[]) {
  const at = (index: number) => ids[index % ids.length] ?? ''
  const spread = (run: string) => (client: number, turn: number) => {
    const from = client * 61 + turn * 7
    return gift(cairn, made, at(from), at(from + 1 + (turn % 900)), `${run} ${client} ${turn}`)
  }
  const toOne = (client: number, turn: number) =>
    gift(cairn, made, at(1 + client * 61 + (turn % 50)), at(0), `one ${client} ${turn}`)
  await owner.query(
    'create table bench_rows (id bigint generated always as identity primary key, words text)',
  )
  const text = 'insert into bench_rows (words) values ($1)'
  const row = () => owner.query({ name: 'row', text, values: ['one row'] })
  await drive(spread('warm'))
  const bare = rated(await drive(row))
  const gifts = rated(await drive(spread('spread')))
  return { bare, gifts, hot: rated(await drive(toOne)) }
}

async function measurePage(cairn: Cairn, made: Made, memberId: string) {
  const person = await enter(cairn, made, memberId)
  const [accountId = ''] = await organizationIn(cairn, made).as((scope) =>
    openAccounts(scope, [points(memberId)]),
  )
  const took: number[] = []
  for (let turn = -10; turn < size.pages; turn += 1) {
    const start = performance.now()
    await person.does(listEntries, { params: { accountId }, query: { limit: 50 } })
    if (turn >= 0) took.push(performance.now() - start)
  }
  const page = took.sort((a, b) => a - b)
  return { median: quantile(page, 0.5), p99: quantile(page, 0.99) }
}

/** Seconds in which all of it was proven. */
async function prove(cairn: Cairn, made: Made): Promise<number> {
  const begun = performance.now()
  const broken = await organizationIn(cairn, made).as(findBroken)
  if (broken.length > 0) throw new Error(`the ledger is broken: ${JSON.stringify(broken)}`)
  return (performance.now() - begun) / 1000
}

const load = loadavg()[0] ?? 0
const folder = newFolder('ledger')
try {
  await onDatabase(folder, async (owner, urls) => {
    const cairn = cairnOn({ config: configOf(folder), ...urls, log })
    const made = await addEmpty(cairn)
    const ids = await fillPeople(cairn, made)
    const accounts = await organizationIn(cairn, made).as((scope) =>
      openAccounts(scope, ids.slice(0, 2).map(points)),
    )
    await fillStatement(owner, made, accounts[0] ?? '', accounts[1] ?? '')
    const page = await measurePage(cairn, made, ids[0] ?? '')
    const many = connect(urls.ownerUrl, {
      max: size.clients,
      onError: (error) => log.warn('a connection broke', { error }),
    })
    const rates = await measureTransactions(cairn, many, made, ids)
    report({ ...rates, page, proof: await prove(cairn, made), load })
    await many.end()
    await cairn.stop()
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log('BENCHMARKS.md has the table.')
