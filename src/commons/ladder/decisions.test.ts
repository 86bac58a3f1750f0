import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import { getDraft, retireCourse, saveDraft } from '#course/contract.ts'
import { textOf } from '#course/document/blocks.ts'
import { handOverCourses } from '#course/succession.contract.ts'
import { listVersions } from '#course/versions.contract.ts'
import { endMembership } from '#people/contract.ts'
import { asks, clip, edit, given, readers, step, tip } from '#test/contributing.ts'
import { blockId, words, write } from '#test/course.ts'
import { type Organization, type Person, send } from '#test/organization.ts'
import { picture } from '#test/picture.ts'
import { sendAhead } from '#test/sending.ts'
import { openWorld } from '#test/world.ts'
import * as contract from './contribution.contract.ts'

const world = openWorld()
const at = ({ id }: { id: string }) => ({ params: { contributionId: id } })
const give = (
  who: Person,
  courseId: string,
  ...rest: Parameters<typeof given> extends [string, ...infer Rest] ? Rest : never
) => who.does(contract.makeContribution, given(courseId, ...rest))
const take = (who: Person, made: { id: string }, revision: number | null = null) =>
  who.does(contract.takeContribution, { ...at(made), body: { edition: 1, revision } })
const draftOf = (who: Person, courseId: string) => who.does(getDraft, { params: { courseId } })
const publish = async (org: Organization, courseId: string) => {
  await org.as((scope) => publishCourse(scope, courseId, null))
  await org.settle()
}

test('each kind is put into the draft where it belongs, and taken out again without a trace', async () => {
  const { dana, mei, courseId } = await readers(world)
  const before = (await draftOf(dana, courseId)).document
  const fileId = await sendAhead(mei, 'bench.png', picture(4, 3))
  const all = [
    [edit('Warm it up.', 'Warm it well.'), ['paragraph:Warm it well.', 'paragraph:Then zero it.']],
    [tip('Wear gloves.'), ['paragraph:Warm it up.', 'callout:Wear gloves.', 'paragraph:Then zero it.']],
    [asks(), ['paragraph:Warm it up.', 'question:What comes first?', 'paragraph:Then zero it.']],
    [clip(fileId), ['paragraph:Warm it up.', 'image:The bench at minus ten', 'paragraph:Then zero it.']],
  ] as const
  for (const [content, expected] of all) {
    const made = await give(mei, courseId, content)
    const { contribution } = await take(dana, made)
    expect(contribution).toMatchObject({ state: 'taken', decidedBy: { id: dana.id }, can: { reopen: true } })
    const [first] = (await draftOf(dana, courseId)).document.content
    expect(first?.content.map((block) => `${block.type}:${textOf(block)}`)).toEqual(expected)
    expect((await dana.does(contract.untakeContribution, at(made))).state).toBe('open')
    expect((await draftOf(dana, courseId)).document).toEqual(before)
    await mei.does(contract.withdrawContribution, at(made))
  }
  const made = await give(mei, courseId, step('Check it', '- Once\n- **Twice**\n\nThen note it.'))
  await take(dana, made)
  const { document } = await draftOf(dana, courseId)
  expect(document.content.map(({ attrs }) => attrs.title)).toEqual(['Step s1', 'Check it', 'Step s2'])
  expect(document.content[1]?.content.map(({ type }) => type)).toEqual(['bulletList', 'paragraph'])
  await dana.does(contract.untakeContribution, at(made))
  expect((await draftOf(dana, courseId)).document).toEqual(before)
})

test('behind a block that is gone it stands at the end of its step; where the step is gone, it waits', async () => {
  const { dana, mei, courseId, document } = await readers(world)
  const [made, other] = [await give(mei, courseId, tip()), await give(mei, courseId, tip('Two.'))]
  const [first, second] = document.content
  await write(dana, courseId, {
    ...document,
    content: [{ ...first, content: [words('p9', 'New.')] }, second],
  } as never)
  await take(dana, made)
  const draft = (await draftOf(dana, courseId)).document
  expect(draft.content[0]?.content.map(({ type }) => type)).toEqual(['paragraph', 'callout'])
  await write(dana, courseId, { ...document, content: [second] } as never)
  const refused = await dana.isRefused(contract.takeContribution, { ...at(other), body: { edition: 1 } })
  expect(refused.code).toBe('contribution.place-gone')
  const { items } = await dana.does(contract.listContributions)
  expect(items).toMatchObject([{ id: other.id, stepTitle: null, state: 'open' }])
})

test('words that were changed in the draft since are not written over, and the edit waits', async () => {
  const { dana, mei, courseId, document } = await readers(world)
  const made = await give(mei, courseId, edit('Warm it up.', 'Heat it.'))
  const [first, second] = document.content
  const changed = {
    ...document,
    content: [{ ...first, content: [words('p1', 'Warm it well.')] }, second],
  } as never
  await write(dana, courseId, changed)
  const refused = await dana.isRefused(contract.takeContribution, { ...at(made), body: { edition: 1 } })
  expect(refused).toMatchObject({ status: 409, code: 'contribution.passage-changed' })
  expect((await draftOf(dana, courseId)).document).toEqual(changed)
  const { items } = await dana.does(contract.listContributions)
  expect(items).toMatchObject([{ state: 'open', now: 'Warm it well.', content: { old: 'Warm it up.' } }])
})

test('an open editor is never overwritten: on top of an older revision it is refused, and the draft is kept before', async () => {
  const { dana, mei, courseId } = await readers(world)
  const made = await give(mei, courseId, tip())
  const before = await draftOf(dana, courseId)
  const { course, document } = before
  const { title, objective, tags, language } = course
  const body = { revision: before.revision, title: `${title} well`, objective, tags, language, document }
  await dana.does(saveDraft, { params: { courseId }, body })
  const stale = { ...at(made), body: { edition: 1, revision: before.revision } }
  expect((await dana.isRefused(contract.takeContribution, stale)).code).toBe('course.saved-elsewhere')
  const { revision } = await take(dana, made, before.revision + 1)
  expect((await dana.isRefused(saveDraft, { params: { courseId }, body })).code).toBe(
    'course.saved-elsewhere',
  )
  expect((await draftOf(dana, courseId)).revision).toBe(revision)
  const { items } = await dana.does(listVersions, { params: { courseId } })
  expect(items[0]).toMatchObject({ reason: 'suggestion', title: `${title} well` })
})

test('what was edited after it was taken in, or is published, is not taken out with a click', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await give(mei, courseId, tip())
  await take(dana, made)
  const { document } = await draftOf(dana, courseId)
  const edited = JSON.parse(JSON.stringify(document).replace('an hour', 'two hours'))
  await write(dana, courseId, edited)
  expect((await dana.isRefused(contract.untakeContribution, at(made))).code).toBe('contribution.edited-since')
  await publish(org, courseId)
  expect((await dana.isRefused(contract.untakeContribution, at(made))).code).toBe('contribution.published')
})

test('of two who decide at once one is told that it is decided; the draft has it once', async () => {
  const { dana, mei, org, courseId } = await readers(world)
  const made = await give(mei, courseId, tip())
  const other = await org.again(dana)
  const input = { ...at(made), body: { edition: 1 } }
  const answers = await Promise.all([
    send(world.cairn, dana.cookie, contract.takeContribution, input),
    send(world.cairn, other.cookie, contract.declineContribution, { ...at(made), body: { words: 'No.' } }),
    send(world.cairn, other.cookie, contract.takeContribution, input),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await org.countFacts('contribution.taken', 'contribution.declined')).toBe(1)
  const [first] = (await draftOf(dana, courseId)).document.content
  expect((first?.content ?? []).filter(({ type }) => type === 'callout').length).toBeLessThan(2)
})

test('the author says why not, and may think again; only the author, whoever that is by now', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const made = await give(mei, courseId, tip())
  const body = { words: 'The next step says it.' }
  for (const who of [mei, await org.person('Ines Duarte')])
    expect(await who.isRefused(contract.declineContribution, { ...at(made), body })).toMatchObject({
      code: 'course.not-yours',
    })
  expect(
    (await dana.isRefused(contract.declineContribution, { ...at(made), body: { words: ' ' } })).status,
  ).toBe(422)
  expect(await dana.does(contract.declineContribution, { ...at(made), body })).toMatchObject({
    state: 'declined',
    ...body,
  })
  const { items } = await mei.does(contract.listContributions, { query: { whose: 'mine', state: 'decided' } })
  expect(items).toMatchObject([{ id: made.id, ...body, can: { change: false } }])
  expect((await dana.isRefused(contract.untakeContribution, at(made))).code).toBe('contribution.not-taken')
  expect(await dana.does(contract.undeclineContribution, at(made))).toMatchObject({
    state: 'open',
    words: '',
  })
  expect((await dana.isRefused(contract.undeclineContribution, at(made))).code).toBe(
    'contribution.not-declined',
  )
  const [admin, ines] = [await org.admin(), await org.person('Ines Successor', 'leader')]
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await admin.does(handOverCourses, { body: { memberId: dana.id, successorId: ines.id } })
  expect((await take(ines, made)).contribution.state).toBe('taken')
})

test('with the next version that has it, whoever gave it is credited, once, and named unless they left it out', async () => {
  const { org, dana, mei, courseId, document } = await readers(world)
  const [kept, dropped] = [await give(mei, courseId, tip()), await give(mei, courseId, asks())]
  const named = async () =>
    (await dana.does(contract.listContributors, { params: { courseId } })).items.map(({ member, kinds }) => [
      member.name,
      kinds,
    ])
  await take(dana, kept)
  await take(dana, dropped)
  const draft = (await draftOf(dana, courseId)).document
  const [first, second] = draft.content
  const content = first?.content.filter(({ type }) => type !== 'question')
  await write(dana, courseId, { ...document, content: [{ ...first, content }, second] } as never)
  expect(await named()).toEqual([])
  await publish(org, courseId)
  await publish(org, courseId)
  expect(await org.facts('contribution.credited')).toMatchObject([
    { contributionId: kept.id, courseId, memberId: mei.id, kind: 'tip' },
  ])
  expect(await named()).toEqual([['Mei Tanaka', ['tip']]])
  const { items } = await mei.does(contract.listContributions, { query: { whose: 'mine', state: 'all' } })
  expect(items.map(({ version }) => version !== null)).toEqual([false, true])
})

test('a clip is seen by the author before, by every reader once it is published, and by nobody else', async () => {
  const { org, dana, mei, courseId } = await readers(world)
  const ines = await org.person('Ines Duarte')
  const made = await give(mei, courseId, clip(await sendAhead(mei, 'bench.png', picture(4, 3))))
  const status = async ({ cookie }: Person) =>
    (await send(world.cairn, cookie, contract.getContributionFile, at(made))).status
  expect([await status(mei), await status(dana), await status(ines)]).toEqual([200, 200, 404])
  await take(dana, made)
  const file = await draftOf(dana, courseId)
  const image = file.document.content[0]?.content.find(({ type }) => type === 'image')
  expect(image?.attrs).toMatchObject({ width: 4, height: 3, alt: 'The bench at minus ten' })
  const { asset = '' } = (image?.attrs ?? {}) as { asset?: string }
  const seen = async () =>
    (await world.cairn.app.request(`/api/files/${asset}`, { headers: { cookie: ines.cookie } })).status
  expect(await seen()).toBe(404)
  await publish(org, courseId)
  expect(await seen()).toBe(200)
})

test('what waits when a course is retired can still be answered', async () => {
  const { dana, mei, courseId } = await readers(world)
  const made = await give(mei, courseId, tip())
  await dana.does(retireCourse, { params: { courseId } })
  await dana.does(contract.declineContribution, { ...at(made), body: { words: 'It is retired.' } })
  expect(blockId('s1')).toBe(made.stepId)
})
