import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as people from '#people/contract.ts'
import { blockId, documentOf, truth, words, write } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from './contract.ts'

const world = openWorld()

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
  await write(dana, course.id, documentOf({ s1: [words('w1', 'First words')] }))
  const askFor = (...reviewerIds: string[]) =>
    dana.does(reviews.askForReview, { params, body: { reviewerIds } })
  return { org, dana, priya, kofi, params, askFor }
}
const approve = { body: { verdict: 'approve' as const } }

describe('only a peer who still reviews there lets a course through', () => {
  test('not its author, in whatever spelling, nor somebody without a role in its group', async () => {
    const { org, dana, params } = await room()
    const mei = await org.person('Mei Tanaka')
    for (const id of [dana.id, dana.id.toUpperCase(), mei.id])
      expect(
        (await dana.isRefused(reviews.askForReview, { params, body: { reviewerIds: [id] } })).status,
      ).toBe(422)
  })

  test('not who was asked and has lost the role since', async () => {
    const { org, priya, askFor } = await room()
    const { id } = await askFor(priya.id)
    const admin = await org.admin()
    await admin.does(people.withdrawRole, {
      params: { groupId: org.root, memberId: priya.id, role: 'reviewer' },
    })
    const at = { params: { reviewId: id } }
    expect((await priya.does(reviews.getReview, at)).can.judge).toBe(false)
    expect((await priya.isRefused(reviews.giveVerdict, { ...at, ...approve })).code).toBe('review.not-yours')
  })

  test('and what is published is the version they read, whatever was written since', async () => {
    const { dana, priya, kofi, params, askFor } = await room()
    const { id } = await askFor(priya.id)
    await write(dana, params.courseId, documentOf({ s1: [words('w1', 'Unread words')] }))
    await priya.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    const { version, state } = await kofi.does(courses.getCourse, { params })
    expect([version, state]).toEqual([1, 'published'])
    expect((await dana.does(courses.getDraft, { params })).changedSincePublication).toBe(true)
  })

  test('once: of two who judge at the same moment one closes the round, and it is published once or not at all', async () => {
    const { org, dana, priya, kofi, params, askFor } = await room()
    const { id } = await askFor(priya.id, kofi.id)
    const at = { params: { reviewId: id } }
    const given = await Promise.allSettled([
      priya.does(reviews.giveVerdict, { ...at, ...approve }),
      kofi.does(reviews.giveVerdict, { ...at, body: { verdict: 'changes', note: 'Not yet.' } }),
    ])
    expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { outcome } = await dana.does(reviews.getReview, at)
    const { state } = await dana.does(courses.getCourse, { params })
    expect([outcome, state]).toEqual(
      outcome === 'approved' ? ['approved', 'published'] : ['changes', 'draft'],
    )
    expect(await org.countFacts('course.published')).toBe(outcome === 'approved' ? 1 : 0)
  })

  test('asked for twice at the same moment it is one round', async () => {
    const { priya, askFor } = await room()
    const asked = await Promise.allSettled([askFor(priya.id), askFor(priya.id)])
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

test('a draft that was thrown away waits for no reviewer, cannot be let through, and comes back as it was', async () => {
  const { dana, priya, params, askFor } = await room()
  const { id } = await askFor(priya.id)
  await dana.does(courses.discardCourse, { params })
  expect((await priya.does(reviews.listWaitingReviews)).items).toEqual([])
  expect((await priya.isRefused(reviews.giveVerdict, { params: { reviewId: id }, ...approve })).status).toBe(
    404,
  )
  const again = { params, body: { reviewerIds: [priya.id] } }
  expect((await dana.isRefused(reviews.askForReview, again)).code).toBe('course.discarded')
  await dana.does(courses.keepCourse, { params })
  await priya.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
  expect((await dana.does(courses.getCourse, { params })).state).toBe('published')
})

describe('what nobody could learn from is not sent to reviewers', () => {
  test('an empty course', async () => {
    const { dana, priya, params } = await room()
    const empty = [{ type: 'paragraph', attrs: { id: blockId('w1') } }]
    await write(dana, params.courseId, documentOf({ s1: empty }))
    const ask = { params, body: { reviewerIds: [priya.id] } }
    expect((await dana.isRefused(reviews.askForReview, ask)).code).toBe('course.empty')
  })

  test('a question that cannot be answered right, which would keep everybody from the end', async () => {
    const { dana, priya, params } = await room()
    const { attrs } = truth('q1')
    const option = (id: string, text: string, correct: boolean) => ({
      id: blockId(id),
      text,
      correct,
      feedback: '',
    })
    const unfinished = [
      { kind: 'single', options: [] },
      { kind: 'multiple', options: [option('o1', 'One', false), option('o2', 'Two', false)] },
      { kind: 'short', accepted: [] },
      { kind: 'ordering', items: [] },
      { kind: 'single', options: [option('o1', 'One', true), option('o2', 'Two', true)] },
      { kind: 'multiple', options: [option('o1', 'One', true), option('o2', ' ', false)] },
      { kind: 'multiple', options: [option('o1', 'One', true), option('o2', 'One', false)] },
      { kind: 'numeric', value: null, tolerance: 0, unit: '' },
      { kind: 'numeric', value: 5, tolerance: null, unit: '' },
      { kind: 'truefalse', answer: true, prompt: ' ' },
    ]
    for (const rest of unfinished) {
      const { answer, ...common } = attrs
      const question = { type: 'question', attrs: { ...common, ...rest } }
      await write(dana, params.courseId, documentOf({ s1: [words('w1', 'Words'), question] }))
      const ask = { params, body: { reviewerIds: [priya.id] } }
      expect(await dana.isRefused(reviews.askForReview, ask)).toMatchObject({
        code: 'course.unfinished-question',
        blockIds: [blockId('q1')],
        detail: expect.stringContaining('In the step “Step s1”'),
      })
    }
  })
})

test('who asks too early is told which question of which step is not finished, and how many more', async () => {
  const { dana, priya, params } = await room()
  const { attrs } = truth('q1')
  const open = (id: string, prompt: string) => ({
    type: 'question',
    attrs: { ...attrs, id: blockId(id), kind: 'numeric', prompt, value: null, tolerance: 0, unit: 'mm' },
  })
  const asked = (question: object) => {
    const { answer, ...rest } = (question as { attrs: Record<string, unknown> }).attrs
    return { ...question, attrs: rest }
  }
  const detailFor = async (...questions: object[]) => {
    await write(dana, params.courseId, documentOf({ s1: [], s2: questions.map(asked) }))
    const ask = { params, body: { reviewerIds: [priya.id] } }
    return (await dana.isRefused(reviews.askForReview, ask)).detail
  }
  expect(await detailFor(open('q1', 'How long is it?'), open('q2', 'And now?'))).toBe(
    'In the step “Step s2”, the question “How long is it?” cannot be answered right yet, nor can 1 other question. ' +
      'Finish it in the editor, then ask again.',
  )
  expect(await detailFor(open('q1', ' '))).toContain('In the step “Step s2”, a question asks nothing yet.')
  const long = await detailFor(open('q1', 'Why? '.repeat(100)))
  expect(long.length).toBeLessThan(260)
})

test('a finding stays on its block through the rounds, also when the block is gone', async () => {
  const { dana, priya, params, askFor } = await room()
  const first = await askFor(priya.id)
  const found = await priya.does(reviews.makeFinding, {
    params: { reviewId: first.id },
    body: { blockId: blockId('w1'), severity: 'must', body: 'Where is this from?' },
  })
  await priya.does(reviews.giveVerdict, { params: { reviewId: first.id }, body: { verdict: 'changes' } })
  await write(dana, params.courseId, documentOf({ s1: [words('w2', 'Other words')] }))
  const second = await askFor(priya.id)
  const { findings } = await priya.does(reviews.getReview, { params: { reviewId: second.id } })
  expect(findings).toMatchObject([{ id: found.id, blockId: blockId('w1'), round: 1 }])
  const resolve = { params: { findingId: found.id }, body: { resolution: 'accepted' as const } }
  expect(await priya.isRefused(reviews.resolveFinding, resolve)).toMatchObject({
    status: 403,
    code: 'finding.not-author',
  })
  expect((await dana.does(reviews.resolveFinding, resolve)).resolution).toBe('accepted')
  expect((await dana.isRefused(reviews.removeFinding, { params: { findingId: found.id } })).code).toBe(
    'finding.not-yours',
  )
})
