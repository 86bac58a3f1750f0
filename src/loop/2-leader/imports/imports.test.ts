import { expect, test } from 'vitest'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import * as imports from '../import.contract.ts'
import { type Purpose, setPurpose } from '../purpose.contract.ts'
import { getRadar } from '../radar.contract.ts'

const world = openWorld()

const columns = { helper: 'answered by', helped: 'asked by', at: 'date' }
const csv = { format: 'csv', ...columns, topic: 'tag', key: 'id' } as const
type MappingIn = Parameters<Person['does']>[1] extends infer _ ? Record<string, unknown> : never

async function company() {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
  ]
  const decide = (purpose: Purpose, isOn = true) =>
    admin.does(setPurpose, {
      params: { purpose },
      body: {
        isOn,
        legalNote: 'Agreement of May',
        keepDays: 365,
        seenBy: purpose === 'imports' ? 'admins' : 'managers',
      },
    })
  await decide('imports')
  const start = (bytes: Uint8Array, mapping: MappingIn = csv, source = 'Forum') =>
    admin.does(imports.startImport, {
      body: { source, size: bytes.length, mapping: mapping as typeof csv },
    })
  const part = (importId: string, offset: number, bytes: Uint8Array) => ({
    params: { importId, offset },
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
  })
  /** Sends a file in parts of a size, each from where it was read to. */
  const bring = async (file: string | Uint8Array, mapping: MappingIn = csv, size = 200) => {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
    let state = await start(bytes, mapping)
    while (state.finishedAt === null) {
      const sent = bytes.subarray(state.taken, state.taken + size)
      state = await admin.does(imports.takeImportPart, part(state.id, state.taken, sent))
    }
    await world.settle()
    return state
  }
  const kept = () =>
    world.stored<{
      helperId: string
      helpedId: string | null
      kind: string
      at: string
      topic: string | null
    }>(org.id, 'select helper_id, helped_id, kind, at, topic from signals order by at, key')
  const reasons = async (importId: string) =>
    (await admin.does(imports.listRejections, { params: { importId } })).items.map(
      ({ line, reason }) => `${line} ${reason}`,
    )
  return { org, admin, dana, mei, decide, start, part, bring, kept, reasons }
}

const head = 'id,date,asked by,answered by,tag\n'

test('a file is taken in parts of any size, each line once, and what it brings counts on the radar', async () => {
  const { org, admin, dana, bring, kept } = await company()
  const askers = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) askers.push(await org.person(name))
  const lines = askers.map(
    ({ email }, at) => `${at},2026-02-${10 + at},${email},${dana.email.toUpperCase()},Torque`,
  )
  const file = head + lines.join('\n')
  const done = await bring(file)
  expect(done).toMatchObject({ lines: 7, kept: 6, rejected: 0, taken: file.length })
  expect(done.finishedAt).not.toBeNull()
  expect((await kept()).map(({ helperId, kind, topic }) => [helperId, kind, topic])).toEqual(
    askers.map(() => [dana.id, 'answered', 'Torque']),
  )
  expect((await admin.does(getRadar)).items).toMatchObject([{ member: { id: dana.id }, people: 6 }])
  // The same file again, and one that goes on from it, bring only what is new.
  expect(await bring(file, csv, 1000)).toMatchObject({ kept: 6, rejected: 0 })
  expect((await kept()).length).toBe(6)
  const longer = `${file}\n99,2026-02-20,${askers[0]?.email},${dana.email},Torque\n`
  expect(await bring(longer, csv, 333)).toMatchObject({ kept: 7, rejected: 0 })
  expect((await kept()).length).toBe(7)
  expect(await org.countFacts('import.started', 'import.finished')).toBe(6)
})

test('each line that is not taken is told with its reason, and the others are', async () => {
  const { dana, mei, bring, reasons, kept } = await company()
  const [d, m] = [dana.email, mei.email]
  const wrong = [
    `1,2026-02-01,${m},${d},`,
    `2,2026-02-01,${m},${m},`,
    `3,2026-02-01,${m},,`,
    `4,2026-02-01,${m},nobody@x.example,`,
    `5,2026-02-01,nobody@x.example,${d},`,
    `6,yesterday,${m},${d},`,
    `7,2027-01-01,${m},${d},`,
    `8,2019-01-01,${m},${d},`,
    `9,2026-02-30,${m},${d},`,
    `10,2026-02-01,"${m},${d},`,
    `11,2026-02-03,,${d},`,
  ]
  const done = await bring(head + wrong.join('\n'), csv, 5000)
  expect(done).toMatchObject({ lines: 12, kept: 2, rejected: 9 })
  expect((await reasons(done.id)).join(', ')).toBe(
    '3 self, 4 no-helper, 5 unknown-helper, 6 unknown-helped, 7 no-date, 8 future, 9 too-old, 10 no-date, 11 broken',
  )
  expect((await kept()).map(({ helpedId }) => helpedId)).toEqual([mei.id, null])
})

test('lines of JSON, other separators and encodings, dates as they are written elsewhere, kinds by a column', async () => {
  const { dana, mei, bring, kept } = await company()
  const [d, m] = [dana.email, mei.email]
  const json = [
    { who: { mail: d }, to: m, at: 1770000000, what: 'reviewed', votes: 3 },
    { who: { mail: d }, to: m, at: 1770000000123, what: 'thanked' },
    { who: { mail: d }, to: m, at: '2026-02-03T10:00:00+02:00', what: 'praised' },
    'no json',
  ]
  const text = json.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')
  const mapping = {
    format: 'ndjson',
    helper: 'who.mail',
    helped: 'to',
    at: 'at',
    kindColumn: 'what',
    useful: 'votes',
  }
  expect(await bring(text, mapping, 5000)).toMatchObject({ kept: 2, rejected: 2 })
  expect((await kept()).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    'reviewed 2026-02-02T02:40:00.000Z',
    'thanked 2026-02-02T02:40:00.123Z',
  ])
  const wide = Buffer.from(`\uFEFFquand;de;à;sujet\n05/02/2026 14:30;${m};${d};Étalonnage\n`, 'utf16le')
  const french = {
    format: 'csv',
    separator: ';',
    encoding: 'utf-16le',
    helper: 'à',
    helped: 'de',
    at: 'quand',
  }
  await bring(new Uint8Array(wide), { ...french, topic: 'sujet', dates: 'day-first' }, 5000)
  expect((await kept()).at(-1)).toMatchObject({ at: '2026-02-05T14:30:00.000Z', topic: 'Étalonnage' })
  const latin = Uint8Array.from(`when,from,to,tag\n02/05/2026,${m},${d},Caf\u00e9\n`, (one) =>
    one.charCodeAt(0),
  )
  const plain = {
    format: 'csv',
    helper: 'to',
    helped: 'from',
    at: 'when',
    topic: 'tag',
    dates: 'month-first',
  }
  expect(await bring(latin, plain, 5000)).toMatchObject({ kept: 0, rejected: 1 })
  expect(await bring(latin, { ...plain, encoding: 'windows-1252' }, 5000)).toMatchObject({ kept: 1 })
  expect((await kept()).map(({ topic }) => topic)).toContain('Café')
})

test('of who takes no part nothing is stored, and the report does not tell whose lines those were', async () => {
  const { dana, mei, bring, kept } = await company()
  await mei.does(leaveDetection)
  const line = (id: number, from: Person, to: Person) => `${id},2026-02-0${id},${from.email},${to.email},\n`
  const done = await bring(head + line(1, dana, mei) + line(2, mei, dana), csv, 5000)
  expect(done).toMatchObject({ kept: 2, rejected: 0 })
  expect(await kept()).toMatchObject([{ helperId: dana.id, helpedId: null }])
})

test('an import is gone on with where it was read to; anything else is refused, and nothing of it is taken', async () => {
  const { admin, dana, mei, start, part, kept } = await company()
  const line = (id: number) => `${id},2026-02-01,${mei.email},${dana.email},\n`
  const bytes = new TextEncoder().encode(head + [1, 2, 3, 4].map(line).join(''))
  const { id } = await start(bytes)
  const first = await admin.does(imports.takeImportPart, part(id, 0, bytes.subarray(0, 150)))
  expect(first.taken).toBeLessThan(150)
  const refusal = async (offset: number, sent: Uint8Array) =>
    (await admin.isRefused(imports.takeImportPart, part(id, offset, sent))).code
  expect(await refusal(0, bytes.subarray(0, 150))).toBe('import.wrong-offset')
  expect(await refusal(first.taken, new Uint8Array(bytes.length))).toBe('import.too-much')
  expect(await refusal(first.taken, bytes.subarray(first.taken, first.taken + 10))).toBe('import.no-lines')
  expect((await kept()).length).toBe(first.kept)
  const rest = await admin.does(imports.takeImportPart, part(id, first.taken, bytes.subarray(first.taken)))
  expect(rest).toMatchObject({ kept: 4, taken: bytes.length, lines: 5 })
  expect(await refusal(bytes.length, new Uint8Array([10]))).toBe('import.finished')
})

test('what is no text, a lone carriage return, a long name of a line: nothing of it stops a file', async () => {
  const { dana, mei, bring, kept, reasons } = await company()
  const [d, m] = [dana.email, mei.email]
  const line = (id: string, tag: string) => `${id},2026-02-01,${m},${d},${tag}\n`
  const spoiled =
    line('1', 'a\0b') + line('2', `${'x'.repeat(79)}🎉`) + line('3', 'one\rtwo') + line('4', 'x')
  const urls =
    line(`https://forum.example/${'p/'.repeat(120)}1`, '') +
    line(`https://forum.example/${'p/'.repeat(120)}2`, '')
  const done = await bring(head + spoiled + urls, csv, 1000)
  expect([done.kept, done.lines, await reasons(done.id)]).toEqual([5, 7, ['2 encoding']])
  expect((await kept()).length).toBe(5)
  const constructed = await bring(`helper,at\n${d},2026-02-01\n`, {
    format: 'csv',
    helper: 'constructor',
    at: 'at',
  })
  expect(await reasons(constructed.id)).toEqual(['2 no-helper'])
})

test('what was brought in is taken back whole, and only that', async () => {
  const { org, admin, dana, mei, bring, kept } = await company()
  const line = (id: number) => `${id},2026-02-01,${mei.email},${dana.email},\n`
  await bring(head + line(1), csv, 5000)
  const { id } = await bring(head + line(1) + line(2), csv, 5000)
  expect((await kept()).length).toBe(2)
  const at = { params: { importId: id } }
  await admin.does(imports.withdrawImport, at)
  await admin.does(imports.withdrawImport, at)
  expect((await kept()).length).toBe(1)
  expect(
    (await admin.does(imports.listImports)).items.map(({ withdrawnAt }) => withdrawnAt !== null),
  ).toEqual([true, false])
  expect(await org.countFacts('import.withdrawn')).toBe(1)
})

test('while imports or detection are off nothing is taken, and what was brought in goes with the switch', async () => {
  const { admin, dana, mei, decide, start, part, bring, kept } = await company()
  const file = `${head}1,2026-02-01,${mei.email},${dana.email},\n`
  await bring(file, csv, 5000)
  const bytes = new TextEncoder().encode(file)
  const { id } = await start(bytes)
  await decide('imports', false)
  await world.settle()
  expect(await kept()).toEqual([])
  expect(await admin.isRefused(imports.takeImportPart, part(id, 0, bytes))).toMatchObject({
    code: 'import.off',
  })
  await decide('imports')
  await decide('detection', false)
  expect(await admin.isRefused(imports.takeImportPart, part(id, 0, bytes))).toMatchObject({
    code: 'import.off',
  })
  expect(await mei.isRefused(imports.listImports)).toMatchObject({ code: 'import.not-yours' })
})
