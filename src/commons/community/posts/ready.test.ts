import { expect, test } from 'vitest'
import { changeMember } from '#people/contract.ts'
import { openWorld } from '#test/world.ts'
import { listReadyIdeas, makePost } from '../contract.ts'

const world = openWorld()

test('ideas of each kind come with Cairn in both languages, and each may be posted as it is', async () => {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const { items: english } = await dana.does(listReadyIdeas)
  expect(new Set(english.map(({ kind }) => kind))).toEqual(new Set(['program', 'practice', 'tip']))
  for (const { key: _, ...idea } of english)
    expect(await dana.does(makePost, { body: { ...idea, groupId: org.root } })).toMatchObject(idea)
  await dana.does(changeMember, { params: { memberId: dana.id }, body: { locale: 'fr' } })
  const { items: french } = await (await org.again(dana)).does(listReadyIdeas)
  expect(french.map(({ key, kind, steps }) => [key, kind, steps.length])).toEqual(
    english.map(({ key, kind, steps }) => [key, kind, steps.length]),
  )
  for (const [at, { title, words, steps }] of french.entries()) {
    expect(title).not.toBe(english[at]?.title)
    // Before a colon, a semicolon and a question mark stands a space that does not break.
    expect([title, words, ...steps.map(({ text }) => text)].join('\n')).not.toMatch(/[ \p{L}][:;!?](\s|$)/u)
  }
})

test('whoever is not among the leaders reads none', async () => {
  const org = await world.organization()
  const mei = await org.person('Mei Tanaka')
  expect((await mei.isRefused(listReadyIdeas)).status).toBe(403)
})
