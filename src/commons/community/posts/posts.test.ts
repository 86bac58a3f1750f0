import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import type { Person } from '#test/organization.ts'
import { labIn, published } from '#test/own-template.ts'
import { openWorld } from '#test/world.ts'
import * as posts from '../contract.ts'

const world = openWorld()

const tip = (groupId: string, more: object = {}) => ({
  body: {
    kind: 'tip' as const,
    groupId,
    title: 'Ask first',
    words: 'Ask three colleagues what they need.',
    ...more,
  },
})
const at = (postId: string) => ({ params: { postId } })
const titles = async (who: Person, query: object = {}) =>
  (await who.does(posts.listPosts, { query })).items.map(({ title }) => title)

async function leaders() {
  const org = await world.organization()
  const [lab, secret] = [await org.group('Lab'), await org.group('Secret lab', { private: true })]
  const [admin, dana, kofi, mei] = [
    await org.admin(),
    await org.person('Dana Reyes', 'leader', lab),
    await org.person('Kofi Mensah', 'leader', secret),
    await org.person('Mei Tanaka'),
  ]
  return { org, lab, secret, admin, dana, kofi, mei }
}

test('whoever leads anywhere, and administrators, are in the community; nobody else', async () => {
  const { org, lab, admin, dana, mei } = await leaders()
  await dana.does(posts.makePost, tip(org.root))
  for (const who of [admin, dana]) expect(await titles(who)).toEqual(['Ask first'])
  const managing = await org.person('Mira Holt', 'manager', lab)
  for (const who of [mei, managing]) expect((await who.isRefused(posts.listPosts)).status).toBe(403)
  await org.grant(mei.id, lab, 'leader')
  expect(await titles(await org.again(mei))).toEqual(['Ask first'])
})

test('a post for a private group is told to those who may see it, and only they may address its leaders', async () => {
  const { org, lab, secret, admin, dana, kofi } = await leaders()
  const { id } = await kofi.does(posts.makePost, tip(secret, { title: 'Among us' }))
  expect(await titles(kofi)).toEqual(['Among us'])
  expect(await titles(admin)).toEqual(['Among us'])
  expect(await titles(dana)).toEqual([])
  expect((await dana.isRefused(posts.getPost, at(id))).code).toBe('post.not-found')
  expect((await dana.isRefused(posts.commentOnPost, { ...at(id), body: { body: 'Hello' } })).status).toBe(404)
  expect((await dana.isRefused(posts.makePost, tip(secret))).status).toBe(404)
  expect((await kofi.isRefused(posts.makePost, tip(lab))).code).toBe('post.not-leading')
  expect(await dana.does(posts.makePost, tip(lab))).toMatchObject({ group: { name: 'Lab' } })
  expect(await kofi.does(posts.makePost, tip(org.root))).toMatchObject({ group: { id: org.root } })
})

test('it says something or has steps, and its author alone changes, withdraws and brings it back', async () => {
  const { org, admin, dana, kofi } = await leaders()
  const empty = tip(org.root, { words: '', steps: [] })
  expect((await dana.isRefused(posts.makePost, empty)).faults?.[0]?.code).toBe('post.empty')
  const steps = [
    { text: 'Ask around', day: '2026-03-09' },
    { text: 'Write', day: null },
  ]
  const { id } = await dana.does(posts.makePost, tip(org.root, { kind: 'program', words: '', steps }))
  const other = { title: 'Ask earlier', words: 'Much earlier.', steps, templateId: null }
  for (const who of [kofi, admin])
    expect((await who.isRefused(posts.changePost, { ...at(id), body: other })).code).toBe('post.not-yours')
  const changed = await dana.does(posts.changePost, { ...at(id), body: other })
  const { templateId: _, ...said } = other
  expect(changed).toMatchObject({ ...said, template: null, kind: 'program', editedAt: expect.any(String) })
  for (const day of ['2026-02-30', 'soon', '2026-3-1'])
    expect(
      (await dana.isRefused(posts.changePost, { ...at(id), body: { ...other, steps: [{ text: 'x', day }] } }))
        .status,
    ).toBe(422)

  expect((await kofi.isRefused(posts.withdrawPost, at(id))).code).toBe('post.not-yours')
  await dana.does(posts.withdrawPost, at(id))
  expect(await dana.does(posts.withdrawPost, at(id))).toMatchObject({ withdrawn: true })
  expect([await titles(kofi), await titles(dana)]).toEqual([[], ['Ask earlier']])
  expect((await kofi.isRefused(posts.getPost, at(id))).status).toBe(404)
  await dana.does(posts.returnPost, at(id))
  expect(await titles(kofi)).toEqual(['Ask earlier'])
  expect(await org.countFacts('post.withdrawn', 'post.returned')).toBe(2)
})

test('what is pinned comes first, then the newest or the most useful, page by page, each once', async () => {
  const { org, admin, dana, kofi } = await leaders()
  const ids: string[] = []
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five'])
    ids.push((await dana.does(posts.makePost, tip(org.root, { title }))).id)
  const [one = '', two = '', , four = ''] = ids
  await admin.does(posts.pinPost, at(one))
  expect((await kofi.isRefused(posts.pinPost, at(two))).code).toBe('post.pin-not-yours')
  for (const who of [admin, kofi]) await who.does(posts.markUseful, at(two))
  for (const who of [kofi, kofi]) await who.does(posts.markUseful, at(four))
  expect(await titles(kofi)).toEqual(['One', 'Five', 'Four', 'Three', 'Two'])
  const whole = ['One', 'Two', 'Four', 'Five', 'Three']
  const walked: string[] = []
  for (let after: string | undefined, left = 5; left > 0; left -= 1) {
    const page = await kofi.does(posts.listPosts, {
      query: { sort: 'useful', limit: 2, ...(after && { after }) },
    })
    walked.push(...page.items.map(({ title }) => title))
    if (page.next === null) break
    after = page.next
  }
  expect(walked).toEqual(whole)
  expect(await kofi.does(posts.getPost, at(two))).toMatchObject({ useful: 2, mine: true })
  await kofi.does(posts.unmarkUseful, at(two))
  expect(await kofi.does(posts.getPost, at(two))).toMatchObject({ useful: 1, mine: false })
  await admin.does(posts.unpinPost, at(one))
  expect((await titles(kofi))[0]).toBe('Five')
})

test('words find them without accents and in their steps, and a kind narrows them', async () => {
  const { org, dana } = await leaders()
  await dana.does(posts.makePost, tip(org.root, { title: 'Démarrer vite' }))
  const steps = [{ text: 'Film the torque bench', day: null }]
  await dana.does(posts.makePost, tip(org.root, { kind: 'program', title: 'A month', steps }))
  expect(await titles(dana, { q: 'demarrer' })).toEqual(['Démarrer vite'])
  expect(await titles(dana, { q: 'bench month' })).toEqual(['A month'])
  expect(await titles(dana, { q: 'bench 100%' })).toEqual([])
  expect(await titles(dana, { kind: 'program' })).toEqual(['A month'])
})

test('a template comes with a post for those who may begin a course from it, and is attached by them alone', async () => {
  const { org, dana } = await labIn(world)
  const secret = await org.group('Secret lab', { private: true })
  const otto = await org.person('Otto Outsider', 'leader', await org.group('Sales'))
  const boss = await org.person('Bo Boss', 'manager', secret)
  await org.grant(boss.id, secret, 'leader')
  const hidden = await published(boss, secret, 'At the secret bench')
  const refused = await dana.isRefused(posts.makePost, tip(org.root, { templateId: hidden.template.id }))
  expect(refused.faults?.[0]).toMatchObject({ pointer: '/templateId', code: 'post.no-template' })
  const { id } = await (await org.again(boss)).does(
    posts.makePost,
    tip(org.root, { templateId: hidden.template.id, words: 'It goes with a template.' }),
  )
  expect(await (await org.again(boss)).does(posts.getPost, at(id))).toMatchObject({
    template: { id: hidden.template.id, name: 'At the secret bench', group: { id: secret } },
  })
  for (const who of [otto, dana])
    expect(await who.does(posts.getPost, at(id))).toMatchObject({ title: 'Ask first', template: null })
})

test('whoever wrote a post, talked there or is pointed to hears what is said; who leads nothing does not', async () => {
  const { org, dana, kofi, admin, mei } = await leaders()
  const { id } = await dana.does(posts.makePost, tip(org.root))
  const say = (who: Person, body: string, parentId: string | null = null) =>
    who.does(posts.commentOnPost, { ...at(id), body: { body, parentId } })
  const first = await say(kofi, `How long did that take? @[${mei.id}]`)
  await say(admin, `A week. @[${dana.id}]`, first.id)
  await world.settle()
  const heard = async (who: Person) =>
    (await who.does(getFeed, { query: { only: 'personal' } })).items.map(({ kind, reason }) => [kind, reason])
  expect(await heard(dana)).toEqual([
    ['post.discussed', 'mentioned-you'],
    ['post.discussed', 'you-posted'],
  ])
  expect(await heard(kofi)).toEqual([['post.discussed', 'you-posted']])
  for (const who of [admin, mei]) expect(await heard(who)).toEqual([])

  const comment = { params: { postId: id, postCommentId: first.id } }
  expect((await admin.does(posts.removePostComment, comment)).removed).toBe(true)
  expect((await dana.isRefused(posts.returnPostComment, comment)).code).toBe('comment.remove-not-yours')
  expect(await dana.does(posts.getPost, at(id))).toMatchObject({ comments: 1 })
  expect((await heard(dana)).length).toBe(1)
  await admin.does(posts.returnPostComment, comment)
  await dana.does(posts.withdrawPost, at(id))
  await world.settle()
  expect(await heard(dana)).toEqual([])
})

test('what somebody posted stays when they leave', async () => {
  const { org, admin, dana, kofi } = await leaders()
  await dana.does(posts.makePost, tip(org.root))
  await admin.does(endMembership, { params: { memberId: dana.id } })
  expect(await titles(kofi)).toEqual(['Ask first'])
})
