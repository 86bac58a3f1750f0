import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/**
 * An owner who is no superuser sees no rows through forced row-level security, neither to change them nor to prove a key:
 * a migration that does either to a table from before lifts it for a moment, on the other side of the key too. Databases
 * whose owner is a superuser would not notice.
 */
const folder = new URL('../db/migrations/', import.meta.url)
const first = 120
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.sql') && Number.parseInt(name, 10) >= first,
)

/** The statements of a migration, without comments and the bodies of its functions. */
const statementsOf = (text: string): string[] =>
  text
    .replace(/\$\$[\s\S]*?\$\$/g, '')
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())

/** The tables whose rows a statement reads or changes as the owner. */
function tablesSeen(statement: string): string[] {
  const key = statement.match(/^alter table (\w+) add (?:constraint \w+ )?foreign key .*? references (\w+)/)
  if (key) return key.slice(1)
  const changed = statement.match(/^(?:update|delete from) (?:only )?(\w+)/)
  return changed ? changed.slice(1) : []
}

test('migrations are found, and what is looked for in them', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(tablesSeen('alter table a add foreign key (x) references b (y)')).toEqual(['a', 'b'])
  expect(tablesSeen('update a set x = 1')).toEqual(['a'])
  expect(tablesSeen('create table a (x uuid)')).toEqual([])
})

describe.each(files)('%s', (file) => {
  test('lifts row-level security where it touches rows from before, and forces it again', () => {
    const statements = statementsOf(readFileSync(new URL(file, folder), 'utf8'))
    const made = new Set(statements.flatMap((one) => one.match(/^create table (\w+)/)?.[1] ?? []))
    const lifted = new Set<string>()
    const blind: string[] = []
    for (const statement of statements) {
      const [, table = '', no] = statement.match(/^alter table (\w+) (no )?force row level security/) ?? []
      if (no) lifted.add(table)
      else lifted.delete(table)
      for (const seen of tablesSeen(statement))
        if (!made.has(seen) && !lifted.has(seen)) blind.push(`${seen}: ${statement}`)
    }
    expect(blind).toEqual([])
    expect([...lifted]).toEqual([])
  })
})
