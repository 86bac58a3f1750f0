import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { restoreVersion } from '#course/versions.contract.ts'
import { blockId, documentOf, words, write } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from './contract.ts'
import { applySuggestion, type NewAnchor } from './finding.contract.ts'

const world = openWorld()
const said = 'Hang the cable as it hangs in use, then take the zero.'

/** A course under review, with a text, a list and a picture; and what a reviewer says of it. */
async function room() {
  const org = await world.organization()
  const [dana, priya, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Kofi Mensah', 'reviewer'),
  ]
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  const params = { courseId: course.id }
  await write(dana, course.id, documentOf({ s1: [words('w1', said)], s2: [words('w2', 'Other words')] }))
  const ask = () => dana.does(reviews.askForReview, { params, body: { reviewerIds: [priya.id, kofi.id] } })
  const review = await ask()
  const at = { params: { reviewId: review.id } }
  const finds = (body: Record<string, unknown>, who = priya) =>
    who.does(reviews.makeFinding, {
      ...at,
      body: { blockId: blockId('w1'), severity: 'should', body: 'Which?', ...body },
    })
  const range = (quote: string) => ({ kind: 'range' as const, start: said.indexOf(quote), quote })
  const draft = () => dana.does(courses.getDraft, { params })
  const textNow = async () => JSON.stringify((await draft()).document)
  return { org, dana, priya, kofi, params, at, finds, range, ask, draft, textNow }
}

test('a finding on words keeps what stands beside them, and co-reviewers see it', async () => {
  const { kofi, at, finds, range } = await room()
  const found = await finds({ anchor: range('the zero') })
  expect(found).toMatchObject({
    quote: 'the zero',
    stepId: blockId('s1'),
    anchor: { kind: 'range', before: 'ble as it hangs in use, then take '.slice(-32), after: '.' },
  })
  expect((await kofi.does(reviews.getReview, at)).findings).toEqual([
    { ...found, can: { remove: false, resolve: false, apply: false } },
  ])
})

test('words that do not stand there, seconds of a text and points of no picture are refused', async () => {
  const { priya, at } = await room()
  const refused = async (anchor: NewAnchor) =>
    (
      await priya.isRefused(reviews.makeFinding, {
        ...at,
        body: { blockId: blockId('w1'), severity: 'note', body: 'So?', anchor },
      })
    ).faults
  const missing = [expect.objectContaining({ pointer: '/anchor', code: 'review.no-such-passage' })]
  expect(await refused({ kind: 'range', start: 0, quote: 'Other words' })).toEqual(missing)
  expect(await refused({ kind: 'range', start: 1, quote: 'Hang' })).toEqual(missing)
  const wrong = [expect.objectContaining({ pointer: '/anchor', code: 'review.wrong-anchor' })]
  expect(await refused({ kind: 'time', from: 4, to: null })).toEqual(wrong)
  expect(await refused({ kind: 'point', x: 0.5, y: 0.5 })).toEqual(wrong)
})

test('a moment of a video from elsewhere is pointed at, as of one’s own; a time that ends before it begins is not', async () => {
  const { dana, kofi, params, ask } = await room()
  const url = 'https://player.vimeo.com/video/1'
  const film = { type: 'embed', attrs: { id: blockId('e1'), url, title: 'Zeroing' } }
  const { id: reviewId } = await dana
    .does(reviews.listCourseReviews, { params })
    .then(({ items }) => items[0] ?? { id: '' })
  await dana.does(reviews.withdrawReview, { params: { reviewId } })
  await write(dana, params.courseId, documentOf({ s1: [words('w1', said), film] }))
  const at = { params: { reviewId: (await ask()).id } }
  const about = { blockId: blockId('e1'), severity: 'should' as const, body: 'Too fast to follow.' }
  const from = (second: number, to: number | null) => ({ kind: 'time' as const, from: second, to })
  const backwards = { ...at, body: { ...about, anchor: from(50, 42) } }
  expect((await kofi.isRefused(reviews.makeFinding, backwards)).faults).toMatchObject([
    { pointer: '/anchor', code: 'review.no-such-passage' },
  ])
  const found = await kofi.does(reviews.makeFinding, { ...at, body: { ...about, anchor: from(42, 50) } })
  expect(found.anchor).toEqual(from(42, 50))
})

test('the author takes suggested words over in one go: replaced, accepted, and the draft of before is kept', async () => {
  const { org, dana, finds, range, draft, textNow, params } = await room()
  const { id } = await finds({ anchor: range('the cable'), suggestion: 'the transducer and its cable' })
  const { revision } = await draft()
  const applied = await dana.does(applySuggestion, { params: { findingId: id }, body: { revision } })
  expect(applied).toMatchObject({ revision: revision + 1, finding: { resolution: 'accepted' } })
  expect(await textNow()).toContain(
    'Hang the transducer and its cable as it hangs in use, then take the zero.',
  )
  expect(await org.countFacts('finding.resolved')).toBe(1)
  const again = { params: { findingId: id }, body: {} }
  expect((await dana.isRefused(applySuggestion, again)).code).toBe('finding.resolved')
  await dana.does(restoreVersion, { params, body: { number: applied.keptAs } })
  expect(await textNow()).toContain(said)
})

test('two suggestions for one passage, one after the other: the second finds its own words, moved', async () => {
  const { dana, kofi, finds, range, textNow } = await room()
  const first = await finds({
    anchor: range('Hang the cable'),
    suggestion: 'Fasten the transducer and let it hang',
  })
  const second = await finds({ anchor: range('take the zero'), suggestion: 'read the zero' }, kofi)
  for (const { id } of [first, second])
    await dana.does(applySuggestion, { params: { findingId: id }, body: {} })
  expect(await textNow()).toContain(
    'Fasten the transducer and let it hang as it hangs in use, then read the zero.',
  )
})

test('a suggestion for a whole text replaces all of it', async () => {
  const { dana, finds, textNow } = await room()
  const { id, anchor } = await finds({ suggestion: 'Take the zero last.' })
  expect(anchor).toMatchObject({ kind: 'range', start: 0, quote: said })
  await dana.does(applySuggestion, { params: { findingId: id }, body: {} })
  expect(await textNow()).toContain('"text":"Take the zero last."')
})

test('nothing is overwritten unseen: a passage that changed, a draft saved since, and others than its author are refused, and nothing is settled', async () => {
  const { dana, priya, params, at, finds, range, draft, textNow } = await room()
  const { id } = await finds({ anchor: range('the cable'), suggestion: 'the wire' })
  const plain = await finds({ body: 'No words.' })
  const apply = (findingId: string, revision: number | null = null) => ({
    params: { findingId },
    body: { revision },
  })
  expect((await priya.isRefused(applySuggestion, apply(id))).code).toBe('finding.not-author')
  expect((await dana.isRefused(applySuggestion, apply(plain.id))).code).toBe('finding.nothing-to-apply')
  const { revision } = await draft()
  await write(dana, params.courseId, documentOf({ s1: [words('w1', 'Let the wires hang.')] }))
  expect((await dana.isRefused(applySuggestion, apply(id))).code).toBe('finding.passage-changed')
  await write(dana, params.courseId, documentOf({ s1: [words('w1', `${said} So.`)] }))
  expect((await dana.isRefused(applySuggestion, apply(id, revision))).code).toBe('course.saved-elsewhere')
  expect(await textNow()).toContain(`${said} So.`)
  const { findings } = await dana.does(reviews.getReview, at)
  expect(findings.map(({ resolution }) => resolution)).toEqual([null, null])
})

test('the next round says word by word what became of each passage, and what was taken out', async () => {
  const { dana, priya, params, at, ask } = await room()
  await priya.does(reviews.giveVerdict, { ...at, body: { verdict: 'changes', note: 'Say which.' } })
  const next = said.replace('the cable', 'the long cable')
  await write(
    dana,
    params.courseId,
    documentOf({ s1: [words('w1', next), words('w3', 'New words')], s2: [] }),
  )
  const second = await ask()
  const { changes, changedSinceLastRound } = await priya.does(reviews.getReview, {
    params: { reviewId: second.id },
  })
  expect(changes.map(({ id }) => id)).toEqual([blockId('s1'), blockId('s2')])
  expect(changes[0]?.blocks).toMatchObject([
    { id: blockId('w1'), kind: 'changed' },
    { id: blockId('w3'), kind: 'added', words: [{ kind: 'new', text: 'New words' }] },
  ])
  expect(changes[0]?.blocks[0]?.words.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'new', text: 'long ' },
  ])
  expect(changes[1]?.blocks).toMatchObject([{ kind: 'removed' }, { kind: 'added' }])
  expect(changedSinceLastRound).not.toContain(blockId('w2'))
})
