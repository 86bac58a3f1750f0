import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import * as courses from '#course/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import * as access from '#people/access.contract.ts'
import * as groups from '#people/group.contract.ts'
import type { CallInput } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { reactionKinds } from '#talk/contract.ts'
import * as reviews from '#validation/contract.ts'
import { blockId, documentOf, publishAgain, published, write } from './course.ts'
import type { Organization, Person } from './organization.ts'
import { openWorld } from './world.ts'

/** Lists that are read page by page say the same, in the same order, as when they are read at once. */
const world = openWorld()
let org: Organization
let admin: Person
let dana: Person
beforeAll(async () => {
  org = await world.organization()
  admin = await org.admin()
  dana = await org.person('Dana Reyes', 'leader')
})

type List<Item> = { items: Item[]; next: string | null }

/** Reads a list in pages of two, and expects of them what the list says when it is read at once. */
async function inPages<E extends Endpoint>(who: Person, list: E, params: CallInput<E>['params']) {
  type Item = z.output<E['returns']> extends List<infer One> ? One : never
  const read = (query: object) => who.does(list, { params, query } as CallInput<E>) as Promise<List<Item>>
  const [once, pages] = [await read({ limit: 100 }), [await read({ limit: 2 })]]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await read({ limit: 2, after: next }))
  expect(once.next).toBeNull()
  expect(pages.length).toBe(Math.ceil(once.items.length / 2))
  expect(pages.flatMap(({ items }) => items)).toEqual(once.items)
  const refusal = await who.isRefused(list, {
    params,
    query: { after: 'nowhere' },
  } as unknown as CallInput<E>)
  expect([refusal.status, refusal.faults?.[0]?.pointer]).toEqual([422, '/after'])
  return once.items
}

test('where one is signed in, the newest first', async () => {
  for (let windows = 0; windows < 4; windows += 1) await org.admin()
  const items = await inPages(await org.admin(), access.listSessions, {})
  expect(items.length).toBeGreaterThanOrEqual(5)
  expect(items.map(({ current }) => current).indexOf(true)).toBe(0)
})

test('archived groups, the last archived first', async () => {
  const names = ['Bench', 'Hall', 'Lab', 'Shop', 'Yard']
  for (const name of names)
    await admin.does(groups.archiveGroup, { params: { groupId: await org.group(name) } })
  const items = await inPages(admin, groups.listArchivedGroups, {})
  expect(items.map(({ name }) => name)).toEqual(names.toReversed())
})

test('the courses that were made for a need, the first one first', async () => {
  const body = { title: 'Zeroing a torque transducer', details: '', groupId: org.root }
  const { id: needId } = await admin.does(needs.raiseNeed, { body })
  const titles = ['One', 'Two', 'Three', 'Four', 'Five']
  const made: string[] = []
  for (const title of titles) {
    const { course } = await dana.does(courses.createCourse, {
      body: { title, objective: 'You zero a gauge in the cold.', groupId: org.root, needId },
    })
    made.push(course.id)
  }
  for (const courseId of made) await publishAgain(org, dana, courseId, documentOf({ s1: [] }))
  const items = await inPages(admin, courses.listCoursesForNeed, { needId })
  expect(items.map(({ title }) => title)).toEqual(titles)
})

test('how much was said, on the whole first, without what was removed, and of one step only where asked so', async () => {
  const courseId = await published(org, dana, documentOf({ s1: [], s2: [] }))
  const params = { courseId }
  const say = (anchor: string, parentId: string | null = null) =>
    admin.does(talk.commentOnCourse, { params, body: { anchor, parentId, body: 'Is a tenth enough?' } })
  for (const anchor of ['', blockId('s1'), blockId('ws1'), blockId('s2'), blockId('ws2')]) await say(anchor)
  const root = await say(blockId('ws1'))
  const answer = await say('', root.id)
  const counts = async (query: object = {}) => {
    const { items } = await admin.does(talk.countCourseComments, { params, query })
    return items.map(({ anchor, count }) => [anchor, count])
  }
  const items = await inPages(admin, talk.countCourseComments, params)
  expect(items.map(({ anchor }) => anchor)).toEqual(
    ['', ...['s1', 's2', 'ws1', 'ws2'].map((one) => blockId(one))].sort(),
  )
  expect(await counts({ stepId: blockId('s1') })).toEqual([
    [blockId('s1'), 1],
    [blockId('ws1'), 3],
  ])
  await admin.does(talk.removeCourseComment, { params: { courseId, commentId: answer.id } })
  expect(await counts({ stepId: blockId('s1') })).toContainEqual([blockId('ws1'), 2])
  const nowhere = { params, query: { stepId: blockId('s9') } }
  expect((await admin.isRefused(talk.countCourseComments, nowhere)).status).toBe(404)
})

test('how people reacted, to the whole first, and of one step only where asked so', async () => {
  const courseId = await published(org, dana, documentOf({ s1: [], s2: [] }))
  for (const anchor of ['', blockId('ws1'), blockId('ws2')])
    for (const kind of reactionKinds)
      await admin.does(talk.reactToCourse, { params: { courseId, kind }, query: { anchor } })
  const whole = reactionKinds.map(() => '')
  const items = await inPages(admin, talk.listCourseReactions, { courseId })
  expect(items.map(({ anchor }) => anchor).slice(0, whole.length + 1)).toEqual([...whole, blockId('ws1')])
  expect(items).toHaveLength(3 * reactionKinds.length)
  const query = { stepId: blockId('s2') }
  const ofStep = await admin.does(talk.listCourseReactions, { params: { courseId }, query })
  expect(new Set(ofStep.items.map(({ anchor }) => anchor))).toEqual(new Set([blockId('ws2')]))
  const nowhere = { params: { courseId }, query: { stepId: blockId('s9') } }
  expect((await admin.isRefused(talk.listCourseReactions, nowhere)).status).toBe(404)
})

test('the rounds of review with what each found, the newest first; and who approved, each once', async () => {
  const names = ['Priya Nair', 'Ines Duarte', 'Tomas Lindqvist']
  const peers = await Promise.all(names.map((name) => org.person(name, 'reviewer')))
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  const params = { courseId: course.id }
  await write(dana, course.id, documentOf({ s1: [] }))
  const round = async (peer: Person, verdict: 'approve' | 'changes', found: string) => {
    const { id } = await dana.does(reviews.askForReview, { params, body: { reviewerIds: [peer.id] } })
    const body = { blockId: blockId('ws1'), severity: 'note' as const, body: found }
    await peer.does(reviews.makeFinding, { params: { reviewId: id }, body })
    await peer.does(reviews.giveVerdict, { params: { reviewId: id }, body: { verdict } })
  }
  const [priya] = peers as [Person, ...Person[]]
  await round(priya, 'changes', 'First')
  for (const peer of [...peers, priya]) await round(peer, 'approve', `By ${peer.name}`)
  const rounds = await inPages(dana, reviews.listCourseReviews, params)
  expect(rounds.map((one) => [one.round, one.findings.map(({ body }) => body)])).toEqual([
    [5, ['By Priya Nair']],
    [4, ['By Tomas Lindqvist']],
    [3, ['By Ines Duarte']],
    [2, ['By Priya Nair']],
    [1, ['First']],
  ])
  const approvals = await inPages(admin, reviews.listApprovals, params)
  expect(approvals.map(({ member }) => member.name)).toEqual(names)
})
