import { expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import * as imports from '../import.contract.ts'
import { setPurpose } from '../purpose.contract.ts'

const world = openWorld()

test('the beginning of a file shows how it would be read: guessed, or as somebody says', async () => {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
  ]
  const decision = { isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy: 'admins' } as const
  await admin.does(setPurpose, { params: { purpose: 'imports' }, body: decision })
  const preview = (text: string | Uint8Array, mapping?: object) =>
    admin.does(imports.previewImport, {
      query: mapping ? { mapping: JSON.stringify(mapping) } : {},
      body: new Blob([text as string]),
    })
  const file = `When;Asked by;Answered by;Tags\n2026-02-01;${mei.email};${dana.email};Torque\nsoon;a;b;c\n`
  const guessed = await preview(file)
  expect(guessed.columns).toEqual(['When', 'Asked by', 'Answered by', 'Tags'])
  expect(guessed.mapping).toBeNull()
  // Whoever says which column is which does not have to say that, too.
  expect(guessed.writing).toEqual({ format: 'csv', separator: ';', encoding: 'utf-8' })
  const said = {
    format: 'csv',
    separator: ';',
    helper: 'Answered by',
    helped: 'Asked by',
    at: 'When',
    topic: 'Tags',
  }
  expect((await preview(file, said)).lines).toMatchObject([
    {
      line: 2,
      fault: null,
      helper: dana.email,
      helped: mei.email,
      at: '2026-02-01T00:00:00.000Z',
      topic: 'Torque',
    },
    { line: 3, fault: 'no-date', helper: 'b' },
  ])
  expect((await preview(file.replace('When', 'Date'))).mapping).toMatchObject({
    ...{ separator: ';', helper: 'Answered by', helped: 'Asked by', at: 'Date', topic: 'Tags' },
  })
  expect((await preview('{"author":"a","date":"2026-01-01"}\n')).mapping).toMatchObject({ format: 'ndjson' })
  const wrong = { query: { mapping: '{"format":' }, body: new Blob([file]) }
  expect((await admin.isRefused(imports.previewImport, wrong)).faults?.[0]?.pointer).toBe('/mapping')
  expect(await admin.isRefused(imports.previewImport, { body: new Blob(['']) })).toMatchObject({
    code: 'import.no-lines',
  })
  expect(await world.stored(org.id, 'select * from signal_imports')).toEqual([])
})
