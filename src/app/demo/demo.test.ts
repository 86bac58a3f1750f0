import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as feed from '#feed/contract.ts'
import * as impact from '#impact/contract.ts'
import * as leaders from '#leader/contract.ts'
import { listImports } from '#leader/import.contract.ts'
import * as learning from '#learning/contract.ts'
import * as needs from '#need/contract.ts'
import { addApiKey } from '#people/api-key.contract.ts'
import * as people from '#people/contract.ts'
import * as recognition from '#recognition/contract.ts'
import { listRules } from '#recognition/rule.contract.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '#validation/contract.ts'
import { askForDemo, type DemoRole, demoRoles, enterDemo, getDemo } from './contract.ts'
import { closeDemo } from './door.ts'

const world = openWorld({ demo: true })
const week = 7 * 86_400_000

const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })

/** Asks for the demo and has it built where it is not, as for a visitor, and answers what became of it. */
async function build() {
  await stranger().does(askForDemo)
  await world.settle()
  return stranger().does(getDemo)
}

/** One of the demo's people, signed in. */
async function enter(as: DemoRole): Promise<Person> {
  const response = await send(world.cairn, '', enterDemo, { body: { as } })
  const { member } = (await response.json()) as people.Session
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return personWith(world.cairn, { id: member.id, name: member.name, email: '', cookie })
}

const everyone = async () =>
  new Map(await Promise.all(demoRoles.map(async (as) => [as, await enter(as)] as const)))

/** What the demo says, without ids: two builds must say the same. */
async function whatItSays() {
  const admin = await enter('admin')
  const all = { query: { limit: 100 } }
  const { items: made } = await admin.does(courses.listCourses, all)
  const { items: asked } = await admin.does(needs.listNeeds, { query: { limit: 100, state: 'all' } })
  const { items: thanks } = await admin.does(recognition.listKudos, all)
  const { items: rules } = await admin.does(listRules)
  const { items: stories } = await admin.does(feed.getFeed, { query: { limit: 60 } })
  const { stages } = await admin.does(impact.getLoop, { query: { days: 365 } })
  return {
    courses: made.map(({ title, author }) => `${title} by ${author.name}`),
    needs: asked.map(({ title, voices, state }) => `${title} ${voices} ${state}`),
    thanks: thanks.map(({ from, to, reason, points }) => `${from.name} ${to.name} ${reason} ${points}`),
    rules: rules.map(({ name, given }) => ({ name, given })),
    stories: stories.map(({ kind, actor, at, reason }) => `${kind} ${actor?.name} ${at} ${reason}`).sort(),
    stages,
  }
}

const numberIn = (row: object | undefined) => Number(Object.values(row ?? {})[0])
/** The one number that a statement finds in the demo's organization. */
async function demoHas(statement: string): Promise<number> {
  const { rows } = await world.owner.query('select demo_org from demo_builds')
  return numberIn((await world.stored(rows[0].demo_org, statement))[0])
}

describe('the demo', () => {
  test('shows 120 members in 15 groups, six courses beside those of the academy, and six months', async () => {
    const admin = await enter('admin')
    const { items: groups } = await admin.does(people.listGroups)
    expect(groups).toHaveLength(15)
    expect(await demoHas('select count(*) from members')).toBe(120)
    const { items: made } = await admin.does(courses.listCourses)
    expect(made).toHaveLength(12)
    expect(
      made.filter(({ tags }) => tags.includes('leaders’ academy') || tags.includes("leaders' academy")),
    ).toHaveLength(6)
    expect(new Set(made.map(({ language }) => language))).toEqual(new Set(['en', 'fr']))
    const days = `select extract(day from max(at) - min(at)) from facts where type <> 'member.signed-in'`
    expect(await demoHas(days)).toBeGreaterThan(180)
  })

  test('gives each of the five roles something to go on with, something to do, and a feed of this week with a new course', async () => {
    for (const [role, person] of await everyone()) {
      const open = await person.does(learning.listMyLearning, { query: { state: 'open' } })
      expect(open.items.length, `${role} goes on`).toBeGreaterThan(1)
      const { items: stories } = await person.does(feed.getFeed)
      const recent = stories.filter(({ at }) => world.now().getTime() - Date.parse(at) < week)
      expect(recent.length, `${role} reads`).toBeGreaterThan(5)
      const course = recent.find(({ kind }) => kind === 'course.published')?.course
      expect(course, `${role} sees a new course`).toMatchObject({ approvals: 1 })
      expect(course?.tags.length).toBeGreaterThan(0)
    }
    const [leader, reviewer] = [await enter('leader'), await enter('reviewer')]
    expect((await leader.does(leaders.listMyClaims)).items).toHaveLength(1)
    expect((await leader.does(courses.listMyCourses)).items.map(({ state }) => state)).toContain('draft')
    expect((await reviewer.does(reviews.listWaitingReviews)).items).toHaveLength(2)
  })

  test('tells of questions, answers, requests and thanks of the last days, in both languages', async () => {
    const kinds = new Set<string>()
    for (const person of (await everyone()).values())
      for (const { kind } of (await person.does(feed.getFeed)).items) kinds.add(kind)
    for (const kind of ['comment.made', 'kudos.given', 'need.raised', 'course.published', 'review.asked'])
      expect(kinds).toContain(kind)
    const admin = await enter('admin')
    const { items } = await admin.does(recognition.listKudos, { query: { limit: 100 } })
    const recent = items.filter(({ givenAt }) => world.now().getTime() - Date.parse(givenAt) < week)
    expect(recent.some(({ reason }) => /\b(vous|tu)\b/i.test(reason))).toBe(true)
    expect(recent.some(({ reason }) => /\byou\b/i.test(reason))).toBe(true)
  })

  test('suggests with reasons who may know, for nine of ten open needs', async () => {
    const admin = await enter('admin')
    const { items } = await admin.does(needs.listNeeds, { query: { limit: 100 } })
    let known = 0
    for (const { id } of items) {
      const found = (await admin.does(leaders.suggestExperts, { params: { needId: id } })).items
      if (found.length > 0) known += 1
      for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0)
    }
    expect(known / items.length).toBeGreaterThan(0.9)
  })

  test('narrows from stage to stage', async () => {
    const admin = await enter('admin')
    for (const days of [30, 90, 365]) {
      const { stages } = await admin.does(impact.getLoop, { query: { days } })
      const counts = stages.slice(0, 5).map(({ count }) => count)
      expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      expect(counts.at(-1)).toBeGreaterThan(0)
    }
  })

  test('is open through every pair of eyes, even after an administrator has sent one of its people away', async () => {
    const [admin, learner] = [await enter('admin'), await enter('learner')]
    await admin.does(people.endMembership, { params: { memberId: learner.id } })
    expect((await learner.isRefused(people.getSession)).status).toBe(401)
    const again = await enter('learner')
    expect((await again.does(people.getSession)).member.id).toBe(learner.id)
  })

  test('ends for those who are in it, and for their programs, when the installation no longer offers it', async () => {
    const admin = await enter('admin')
    const { runtime } = world.cairn
    const { key } = await admin.does(addApiKey, { body: { name: 'Export', opens: 'imports', days: 366 } })
    const byKey = async () =>
      (await send(world.cairn, { authorization: `Bearer ${key}` }, listImports)).status
    await closeDemo(runtime, world.now())
    expect((await admin.does(people.getSession)).member.id).toBe(admin.id)
    expect(await byKey()).toBe(200)
    const install = { ...runtime.install, offersDemo: false }
    await closeDemo({ ...runtime, install }, world.now())
    expect((await admin.isRefused(people.getSession)).status).toBe(401)
    expect(await byKey()).toBe(401)
  })

  test('is built once: asking again changes nothing', async () => {
    const before = await stranger().does(getDemo)
    const demos = async () => {
      const { rows } = await world.owner.query('select count(*) from organizations where demo')
      return numberIn(rows[0])
    }
    expect(await demos()).toBe(1)
    expect(await build()).toEqual(before)
    expect(await demos()).toBe(1)
  })
})

test('a demo that fails in the middle says so, lets nobody in, and when it is built again says the same as before', async () => {
  const before = await whatItSays()
  await world.owner.query('delete from demo_builds')
  await world.owner.query('revoke insert on kudos from cairn_app')
  expect(await build()).toMatchObject({ state: 'failed', people: [] })
  expect(await stranger().isRefused(enterDemo, { body: { as: 'learner' } })).toMatchObject({
    code: 'demo.not-ready',
  })
  await world.owner.query('grant insert on kudos to cairn_app')
  expect(await build()).toMatchObject({ state: 'ready' })
  expect(await whatItSays()).toEqual(before)
})
