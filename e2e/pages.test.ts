import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as demo from '#app/demo/contract.ts'
import * as courses from '#course/contract.ts'
import * as needs from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import { openBrowserWorld } from './browser.ts'

const { world, window } = openBrowserWorld()
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const people: Partial<Record<demo.DemoRole, Person>> = {}
const ids = { courseId: '', needId: '', stepId: '', groupId: '' }

beforeAll(async () => {
  await send(world.cairn, '', demo.askForDemo)
  const isReady = async () => {
    const { state } = (await (await send(world.cairn, '', demo.getDemo)).json()) as demo.DemoState
    if (state !== 'ready') throw new Error(`The demo is ${state}.`)
  }
  await vi.waitFor(isReady, { timeout: 120_000, interval: 300 })
  for (const as of demo.demoRoles) {
    const response = await send(world.cairn, '', demo.enterDemo, { body: { as } })
    expect(response.status).toBe(201)
    const session = (await response.clone().json()) as { member: { id: string; name: string; email: string } }
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    people[as] = personWith(world.cairn, { ...session.member, cookie })
  }
  const leader = people.leader as Person
  const mine = await leader.does(courses.listMyCourses)
  ids.courseId = mine.items.find(({ state }) => state === 'published')?.id ?? ''
  const course = await leader.does(courses.getCourse, { params: { courseId: ids.courseId } })
  ids.stepId = course.outline[1]?.id ?? ''
  ids.needId = (await leader.does(needs.listNeeds)).items[0]?.id ?? ''
  ids.groupId = (await leader.does(listGroups)).items[1]?.id ?? ''
}, 180_000)

const pages = (): [string, demo.DemoRole, string][] => [
  ['home', 'reviewer', paths.home],
  ['the needs board', 'learner', paths.ask],
  ['a need', 'leader', linkTo(paths.need, { needId: ids.needId })],
  ['a new need', 'learner', paths.raiseNeed],
  ['learn', 'learner', paths.learn],
  ['a course', 'learner', linkTo(paths.course, { courseId: ids.courseId })],
  ['the player', 'learner', linkTo(paths.player, { courseId: ids.courseId, stepId: ids.stepId })],
  ['who learned', 'leader', linkTo(paths.courseLearners, { courseId: ids.courseId })],
  ['create', 'leader', paths.create],
  ['a new course', 'leader', paths.newCourse],
  ['the editor', 'leader', linkTo(paths.editor, { courseId: ids.courseId })],
  ['versions', 'leader', linkTo(paths.versions, { courseId: ids.courseId })],
  ['reviews', 'reviewer', paths.reviews],
  ['thanks', 'manager', paths.thanks],
  ['the loop', 'manager', paths.loop],
  ['me', 'admin', paths.me],
  ['people', 'admin', paths.people],
  ['inviting', 'admin', paths.invite],
  ['the API', 'learner', paths.apiDocs],
  ['settings', 'admin', paths.settings],
  ['groups', 'admin', paths.groups],
  ['one group', 'admin', linkTo(paths.group, { groupId: ids.groupId })],
  ['a list of people', 'admin', `${paths.invite}?way=list`],
  ['a member', 'learner', linkTo(paths.member, { memberId: people.leader?.id ?? '' })],
]

async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axeSource })
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)}`)
  })
  return violations
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(Array.from({ length: 24 }, (_, index) => index))(
    'page %i of the demo has nothing for axe to find, and fits a phone',
    async (index) => {
      const [name, role, path] = pages()[index] ?? ['', 'learner', '/']
      const page = await window(people[role] ?? null, {
        colorScheme,
        viewport: { width: 360, height: 780 },
        bypassCSP: true,
        reducedMotion: 'reduce',
      })
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      expect([name, await faultsOf(page)]).toEqual([name, []])
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 360])
      expect([name, errors]).toEqual([name, []])
    },
  )
})
