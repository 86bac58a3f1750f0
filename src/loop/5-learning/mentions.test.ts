import { expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import * as people from '#people/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as talk from './talk.contract.ts'

/** Words that point to colleagues. */
const world = openWorld()
const at = ({ id }: { id: string }) => `@[${id}]`

async function course(inPrivate = false) {
  const org = await world.organization()
  const groupId = inPrivate ? await org.group('Board', { private: true }) : org.root
  const dana = await org.person('Dana Reyes', 'leader', groupId)
  const [mei, kofi] = [await org.person('Mei Tanaka'), await org.person('Kofi Mensah')]
  const courseId = await published(org, dana, documentOf({ s1: [] }), groupId)
  const params = { courseId }
  const say = (who: Person, body: string) => who.does(talk.commentOnCourse, { params, body: { body } })
  const refusal = async (who: Person, body: string) => {
    const { status, faults } = await who.isRefused(talk.commentOnCourse, { params, body: { body } })
    return [status, faults?.[0]?.pointer, faults?.[0]?.code]
  }
  return { org, groupId, dana, mei, kofi, params, say, refusal }
}

/** What one hears of being mentioned. */
async function heard(who: Person) {
  await world.settle()
  const { items } = await who.does(feed.getFeed, { query: { only: 'personal' } })
  return items.filter(({ kind }) => kind === 'mention.made').map(({ data, reason }) => [reason, data.words])
}

test('words name who they point to by the name they have now, also when they have left', async () => {
  const { org, mei, kofi, params, say } = await course()
  const { id, body, mentions } = await say(mei, `Ask ${at(kofi)}, ${at(kofi)}!`)
  expect(body).toBe(`Ask ${at(kofi)}, ${at(kofi)}!`)
  expect(mentions).toMatchObject([{ id: kofi.id, name: 'Kofi Mensah', left: false }])
  await kofi.does(people.changeMember, { params: { memberId: kofi.id }, body: { name: 'Kofi Boateng' } })
  expect(await heard(kofi)).toEqual([['mentioned-you', 'Ask @Kofi Boateng, @Kofi Boateng!']])
  await (await org.admin()).does(people.endMembership, { params: { memberId: kofi.id } })
  const shown = async () => (await mei.does(talk.listCourseComments, { params })).items[0]
  expect((await shown())?.mentions).toMatchObject([{ name: 'Kofi Boateng', left: true }])
  const comment = { params: { ...params, commentId: id } }
  // Whoever was looked at once stays in one's words; nobody who has left comes in anew.
  await mei.does(talk.changeCourseComment, { ...comment, body: { body: `Who knows, ${at(kofi)}?` } })
  await mei.does(talk.removeCourseComment, comment)
  expect(await shown()).toMatchObject({ body: '', mentions: [] })
})

test('whoever is mentioned hears of it once, in whatever words, and no more when they are taken out', async () => {
  const { dana, mei, kofi, params, say } = await course()
  const { id: commentId } = await say(mei, `Ask ${at(kofi)} or ${at(mei)}`)
  const change = (body: string) =>
    mei.does(talk.changeCourseComment, { params: { ...params, commentId }, body: { body } })
  expect([await heard(kofi), await heard(mei)]).toEqual([
    [['mentioned-you', 'Ask @Kofi Mensah or @Mei Tanaka']],
    [],
  ])
  await change(`Do ask ${at(kofi)} and ${at(dana)}`)
  const words = 'Do ask @Kofi Mensah and @Dana Reyes'
  expect([await heard(kofi), await heard(dana)]).toEqual([
    [['mentioned-you', words]],
    [['mentioned-you', words]],
  ])
  await change(`Do ask ${at(dana)}`)
  expect([await heard(kofi), (await heard(dana)).length]).toEqual([[], 1])
  await mei.does(talk.removeCourseComment, { params: { ...params, commentId } })
  expect(await heard(dana)).toEqual([])
})

test('an author who is mentioned in their course hears of that alone', async () => {
  const { dana, mei, say } = await course()
  await say(mei, `Is that so, ${at(dana)}?`)
  await world.settle()
  const { items } = await dana.does(feed.getFeed, { query: { only: 'personal' } })
  expect(items.map(({ kind }) => kind).filter((kind) => kind !== 'course.published')).not.toContain(
    'comment.made',
  )
  expect(await heard(dana)).toHaveLength(1)
})

test('a story begins with whole names, however long the words before', async () => {
  const { mei, kofi, say } = await course()
  const before = 'a'.repeat(180)
  await say(mei, `${before} ${at(kofi)}`)
  expect(await heard(kofi)).toEqual([['mentioned-you', `${before} `]])
})

test('words point to nobody of elsewhere, to nobody unknown, who has left or may not see the course, nor to too many', async () => {
  const { org, dana, kofi, refusal } = await course(true)
  const stranger = await (await world.organization()).person('Sam Stranger')
  const former = await org.person('Fay Former')
  await (await org.admin()).does(people.endMembership, { params: { memberId: former.id } })
  for (const id of [stranger.id, crypto.randomUUID()])
    expect(await refusal(dana, `Ask ${at({ id })}`)).toEqual([422, '/body', 'comment.mentions-nobody'])
  for (const who of [kofi, former])
    expect(await refusal(dana, `Ask ${at(who)}`)).toEqual([422, '/body', 'comment.mentions-outsider'])
  const many = (count: number) =>
    Array.from({ length: count }, () => at({ id: crypto.randomUUID() })).join(' ')
  expect(await refusal(dana, many(21))).toEqual([422, '/body', 'comment.mentions-many'])
  expect(await refusal(dana, many(1000))).toEqual([422, '/body', 'too_big'])
  expect(await org.countFacts('comment.made', 'mention.made')).toBe(0)
  expect(await heard(kofi)).toEqual([])
})

test('twenty may be mentioned at once', async () => {
  const { org, mei, say } = await course()
  const twenty: Person[] = []
  for (let number = 0; number < 20; number++) twenty.push(await org.person(`Person ${number}`))
  expect((await say(mei, twenty.map(at).join(' '))).mentions).toHaveLength(20)
  expect(await org.countFacts('mention.made')).toBe(20)
})

test('what only looks like a mention is words like others', async () => {
  const { mei, say } = await course()
  const body = 'Not @[me], nor @[0189], mei@northwind.example or @Kofi Mensah'
  expect(await say(mei, body)).toMatchObject({ body, mentions: [] })
})

test('those who may see what belongs to a group are found by name, and nobody else', async () => {
  const { org, groupId, dana, mei } = await course(true)
  const ada = await org.admin()
  const found = async (who: Person, mayEnter: string) =>
    (await who.does(people.listMembers, { query: { mayEnter } })).items.map(({ id }) => id)
  expect(await found(dana, groupId)).toEqual([ada.id, dana.id])
  expect((await found(dana, org.root)).length).toBe(4)
  const begins = async (q: string) =>
    (await dana.does(people.listMembers, { query: { q, part: 'beginning' } })).items.map(({ name }) => name)
  expect([await begins('mens'), await begins('kofi m'), await begins('ensah')]).toEqual([
    ['Kofi Mensah'],
    ['Kofi Mensah'],
    [],
  ])
  await org.person('Caoimhe O’Neill-Roé')
  for (const q of ['roe', 'Ó’neill-r', 'neill\\']) expect(await begins(q)).toEqual(['Caoimhe O’Neill-Roé'])
  expect(await begins('%')).toEqual(await begins(''))
  const refused = await mei.isRefused(people.listMembers, { query: { mayEnter: groupId } })
  expect([refused.status, refused.code]).toEqual([404, 'group.not-found'])
})
