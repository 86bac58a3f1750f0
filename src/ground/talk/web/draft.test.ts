import { expect, test } from 'vitest'
import { askedAt, bodyOf, type Draft, edited, emptyDraft, withName, withoutSent } from './draft.ts'

const mei = { id: '01890000-0000-7000-8000-00000000000a', name: 'Mei Tanaka' }
const mo = { id: '01890000-0000-7000-8000-00000000000b', name: 'Mo' }
const at = ({ id }: { id: string }) => `@[${id}]`

/** What is typed at the end, a person standing for who is chosen for what was typed last. */
function typed(...parts: (string | typeof mei)[]): Draft {
  return parts.reduce<Draft>((draft, part) => {
    const end = draft.text.length
    if (typeof part === 'string') {
      const text = draft.text + part
      return edited(draft, text, text.length)
    }
    const asked = askedAt(draft, end)
    if (!asked) throw new Error(`Nobody is looked for in “${draft.text}”.`)
    return withName(draft, asked, part).draft
  }, emptyDraft)
}
/** The draft after `gone` letters from a place on gave way to others. */
const changed = (draft: Draft, from: number, gone: number, come: string) =>
  edited(draft, draft.text.slice(0, from) + come + draft.text.slice(from + gone), from + come.length)

test('who was chosen is sent by id, and seen by name', () => {
  const draft = typed('Ask @me', mei, 'or @', mo, 'first.')
  expect(draft.text).toBe('Ask @Mei Tanaka or @Mo first.')
  expect(bodyOf(draft)).toBe(`Ask ${at(mei)} or ${at(mo)} first.`)
})

test('words before and behind a name may change, and the name stays theirs', () => {
  const draft = typed('@', mei, 'knows')
  expect(bodyOf(changed(draft, 0, 0, 'Surely '))).toBe(`Surely ${at(mei)} knows`)
  expect(bodyOf(changed(draft, 0, 0, '@'))).toBe(`@${at(mei)} knows`)
  expect(bodyOf(changed(draft, 11, 6, '!'))).toBe(`${at(mei)}!`)
  expect(bodyOf(changed(draft, 11, 0, ' Tanaka'))).toBe(`${at(mei)} Tanaka knows`)
  expect(bodyOf(changed(typed('aaa @', mei), 1, 1, ''))).toBe(`aa ${at(mei)} `)
})

test('a name that is changed points to nobody any more, and the others still to whom they did', () => {
  const draft = typed('@', mo, '@', mei)
  expect(bodyOf(changed(draft, 13, 1, ''))).toBe(`${at(mo)} @Mei Tanaa `)
  expect(bodyOf(changed(draft, 0, 15, ''))).toBe(' ')
  expect(bodyOf(changed(draft, 0, 3, 'Mo'))).toBe(`Mo ${at(mei)} `)
})

test('two of the same name are told apart by who was chosen where', () => {
  const other = { ...mei, id: mo.id }
  const draft = typed('@', mei, 'and @', other)
  expect(bodyOf(draft)).toBe(`${at(mei)} and ${at(other)} `)
  const before = edited(draft, `@${draft.text}`, 1)
  const asked = askedAt(before, 1)
  expect(asked && bodyOf(withName(before, asked, other).draft)).toBe(
    `${at(other)} ${at(mei)} and ${at(other)} `,
  )
})

test.each([
  ['@', 1, ''],
  ['Ask @', 5, ''],
  ['(@Mei T', 7, 'Mei T'],
  ['one\n@mei two', 8, 'mei'],
  ['mei@tanaka', 10, null],
  ['@ mei', 5, null],
  ['@mei\ntwo', 8, null],
  ['mei', 3, null],
])('in %j a name is looked for at %i: %j', (text, caret, query) => {
  expect(askedAt({ text, pointed: [] }, caret)?.query ?? null).toBe(query)
})

test('behind a chosen name nobody is looked for', () => {
  const draft = typed('@', mei, 'knows')
  for (let caret = 1; caret <= draft.text.length; caret++) expect(askedAt(draft, caret)).toBeNull()
})

test('of what was sent nothing stays, and of what was written since all of it, with whom it points to', () => {
  const sent = typed('Ask @', mei, 'first.')
  expect(withoutSent(sent, sent)).toEqual(emptyDraft)
  const more = changed(sent, sent.text.length, 0, ' And ')
  const asked = askedAt(changed(more, more.text.length, 0, '@'), more.text.length + 1)
  const { draft } = withName(changed(more, more.text.length, 0, '@'), asked ?? { start: 0, query: '' }, mo)
  const rest = withoutSent(draft, sent)
  expect(rest.text.trim()).toBe('And @Mo')
  expect(bodyOf(rest).trim()).toBe(`And ${at(mo)}`)
  const other = typed('Something else')
  expect(withoutSent(other, sent)).toEqual(other)
})
