import { expect, test } from 'vitest'
import { getDraft, retireCourse } from '#course/contract.ts'
import { textOf } from '#course/document/blocks.ts'
import { endMembership } from '#people/contract.ts'
import { asks, clip, edit, given, readers, step, tip } from '#test/contributing.ts'
import { blockId, publishAgain, words, write } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { picture } from '#test/picture.ts'
import { sendAhead } from '#test/sending.ts'
import { openWorld } from '#test/world.ts'
import {
  changeContribution,
  listContributions,
  makeContribution,
  returnContribution,
  takeContribution,
  withdrawContribution,
} from './contribution.contract.ts'
import { mostOpen } from './limits.ts'

const world = openWorld()
const at = ({ id }: { id: string }) => ({ params: { contributionId: id } })
const waiting = async (who: Person) => (await who.does(listContributions)).items
const mine = { query: { whose: 'mine', state: 'all' } } as const

test('what a reader gives waits for the author, and for nobody else', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await mei.does(makeContribution, given(courseId, tip()))
  expect(made).toMatchObject({
    ...{ kind: 'tip', state: 'open', stepTitle: 'Step s1', edition: 1, contributor: { id: mei.id } },
    can: { change: true, withdraw: true, decide: false },
  })
  expect(await waiting(dana)).toMatchObject([{ id: made.id, can: { decide: true, change: false } }])
  expect((await mei.does(listContributions, mine)).items).toMatchObject([{ id: made.id }])
  const ines = await org.person('Ines Duarte')
  expect(await waiting(ines)).toEqual([])
  const facts = await org.facts('contribution.made')
  expect(facts).toEqual([{ contributionId: made.id, courseId, memberId: mei.id, kind: 'tip' }])
})

test('one changes it or takes it back until somebody has decided; whoever wrote the course does not', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await mei.does(makeContribution, given(courseId, tip()))
  const body = { content: tip('Two hours.') }
  expect(await dana.isRefused(changeContribution, { ...at(made), body })).toMatchObject({
    code: 'contribution.not-yours',
  })
  const changed = await mei.does(changeContribution, { ...at(made), body })
  expect(changed).toMatchObject({ content: { text: 'Two hours.' }, edition: 2 })
  const stale = { ...at(made), body: { edition: 1 } }
  expect((await dana.isRefused(takeContribution, stale)).code).toBe('contribution.changed-since')
  for (let times = 0; times < 2; times += 1)
    expect((await mei.does(withdrawContribution, at(made))).state).toBe('withdrawn')
  expect(await org.countFacts('contribution.withdrawn')).toBe(1)
  expect(await waiting(dana)).toEqual([])
  expect((await dana.isRefused(takeContribution, { ...at(made), body: { edition: 2 } })).code).toBe(
    'contribution.taken-back',
  )
  expect((await mei.isRefused(changeContribution, { ...at(made), body })).code).toBe(
    'contribution.taken-back',
  )
  expect((await mei.does(returnContribution, at(made))).state).toBe('open')
  const other = { ...at(made), body: { content: asks() } }
  expect((await mei.isRefused(changeContribution, other)).faults?.[0]?.code).toBe('contribution.other-kind')
})

test('nobody gives anything to their own course, to a draft, a retired course or one they may not see', async () => {
  const { org, dana, mei, courseId } = await readers(world, true)
  const send = given(courseId, tip())
  expect((await dana.isRefused(makeContribution, send)).code).toBe('contribution.own-course')
  const ines = await org.person('Ines Duarte')
  expect((await ines.isRefused(makeContribution, send)).status).toBe(404)
  const made = await mei.does(makeContribution, send)
  for (const endpoint of [withdrawContribution, returnContribution])
    expect((await ines.isRefused(endpoint, at(made))).status).toBe(404)
  await dana.does(retireCourse, { params: { courseId } })
  expect((await mei.isRefused(makeContribution, send)).status).toBe(404)
  // What waits is still the author's to answer.
  expect(await waiting(dana)).toMatchObject([{ id: made.id, can: { decide: true } }])
})

test('so many wait for one course at most; one that is taken back makes room', async () => {
  const { org, mei, courseId } = await readers(world)
  const made: { id: string }[] = []
  for (let count = 0; count < mostOpen; count += 1)
    made.push(await mei.does(makeContribution, given(courseId, tip(`Tip ${count}`))))
  const refusal = await mei.isRefused(makeContribution, given(courseId, tip('One more')))
  expect(refusal).toMatchObject({ code: 'contribution.too-many', status: 409, most: mostOpen })
  expect(refusal.detail).toContain(String(mostOpen))
  const first = { id: made[0]?.id ?? '' }
  await mei.does(withdrawContribution, at(first))
  await mei.does(makeContribution, given(courseId, tip('One more')))
  expect((await mei.isRefused(returnContribution, at(first))).code).toBe('contribution.too-many')
  const ines = await org.person('Ines Duarte')
  await ines.does(makeContribution, given(courseId, tip()))
})

test('tags and scripts are words wherever they are written', async () => {
  const { dana, mei, courseId } = await readers(world)
  const script = '<script>alert(1)</script>'
  const fileId = await sendAhead(mei, '<b>.png', picture(4, 3))
  const all = [
    edit('Warm it up.', `Warm ${script}`, script),
    tip(`${script} **now**`),
    asks(script, script),
    clip(fileId, script),
    step(script, `${script}\n\n- <img src=x onerror=alert(1)>`),
  ]
  for (const content of all) await mei.does(makeContribution, given(courseId, content))
  for (const { id } of await waiting(dana))
    await dana.does(takeContribution, { ...at({ id }), body: { edition: 1 } })
  const { document } = await dana.does(getDraft, { params: { courseId } })
  const said = JSON.stringify(document)
  expect(said.split('<script>').length - 1).toBeGreaterThanOrEqual(6)
  expect(textOf(document)).toContain(`Warm ${script}`)
  expect(textOf(document)).toContain('<img src=x onerror=alert(1)>')
})

test('an edit is about words that stand there: of what is no text, is gone or was changed since, it is refused', async () => {
  const { org, dana, mei, courseId, document } = await readers(world)
  const [, second] = document.content
  const asked = { type: 'question', attrs: asks().question }
  await publishAgain(org, dana, courseId, {
    ...document,
    content: [{ ...document.content[0], content: [words('p1', 'Warm it well.'), asked] }, second],
  } as never)
  const code = async (content: object, on: string | null = 'p1') => {
    const { code, faults } = await mei.isRefused(makeContribution, given(courseId, content as never, on))
    return faults?.[0]?.code ?? code
  }
  expect(await code(edit('Warm it up.', 'Heat it up.'))).toBe('contribution.passage-changed')
  expect(await code(edit('Then zero it.', 'Zero it.'), 'p2')).toBe('contribution.place-gone')
  expect(await code(edit('What comes first?', 'What?'), 'cq')).toBe('contribution.no-words')
  expect(await code(edit('Warm it well.', 'Warm it well.'))).toBe('contribution.same-words')
  expect(await code(edit('Warm it well.', 'Warm it.'), null)).toBe('contribution.no-words')
  expect(await code(edit('Warm it well.', ' '))).toBe('too_small')
  expect(await waiting(dana)).toEqual([])
})

test('a question can be asked as it is, and says why wrong answers are wrong', async () => {
  const { mei, courseId } = await readers(world)
  const code = async (content: object) =>
    (await mei.isRefused(makeContribution, given(courseId, content as never))).faults?.[0]?.code
  expect(await code(asks(' '))).toBe('contribution.question-unfinished')
  expect(await code(asks('What?', ' '))).toBe('contribution.say-why-wrong')
  await mei.does(makeContribution, given(courseId, asks()))
})

test('a clip is a picture or a film that one sent oneself, and nothing else', async () => {
  const { org, mei, courseId } = await readers(world)
  const ines = await org.person('Ines Duarte')
  const code = async (fileId: string) =>
    (await mei.isRefused(makeContribution, given(courseId, clip(fileId)))).faults?.[0]?.code
  expect(await code(await sendAhead(ines, 'hers.png', picture(4, 3)))).toBe('contribution.file-unknown')
  expect(await code(await sendAhead(mei, 'words.png', 'Only words'))).toBe('contribution.file-kind')
  expect(await code(await sendAhead(mei, 'drawn.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
    'contribution.file-kind',
  )
  const fileId = await sendAhead(mei, 'bench.png', picture(4, 3))
  const made = await mei.does(makeContribution, given(courseId, clip(fileId)))
  expect(made.file).toEqual({ mediaType: 'image/png', width: 4, height: 3 })
  // It belongs to this one now.
  expect(await code(fileId)).toBe('contribution.file-unknown')
  const other = await sendAhead(mei, 'other.png', picture(8, 3))
  const changed = await mei.does(changeContribution, { ...at(made), body: { content: clip(other) } })
  expect(changed.file).toMatchObject({ width: 8 })
})

test('what somebody gave stays with their name when they leave', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await mei.does(makeContribution, given(courseId, tip()))
  await (await org.admin()).does(endMembership, { params: { memberId: mei.id } })
  expect(await waiting(dana)).toMatchObject([{ id: made.id, contributor: { name: 'Mei Tanaka' } }])
  await dana.does(takeContribution, { ...at(made), body: { edition: 1 } })
})

test('of an edit the author reads what stands there by now, in the draft', async () => {
  const { dana, mei, courseId, document } = await readers(world)
  await mei.does(makeContribution, given(courseId, edit('Warm it up.', 'Heat it up.', 'Clearer')))
  expect((await waiting(dana))[0]?.now).toBe('Warm it up.')
  const [first, second] = document.content
  const draft = (content: unknown[]) => ({ ...document, content: [{ ...first, content }, second] }) as never
  await write(dana, courseId, draft([words('p1', 'Warm it well.')]))
  expect((await waiting(dana))[0]?.now).toBe('Warm it well.')
  // Whoever gave it reads what is published.
  expect((await mei.does(listContributions, mine)).items[0]?.now).toBe('Warm it up.')
  await write(dana, courseId, draft([words('p9', 'Gone.')]))
  expect((await waiting(dana))[0]?.now).toBeNull()
  expect(blockId('p1')).toBe((await waiting(dana))[0]?.blockId)
})
