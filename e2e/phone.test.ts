import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as learning from '#learning/contract.ts'
import { linkTo, paths } from '#paths'
import { castOf } from '#test/setup/company.ts'
import { playStory } from '#test/setup/story.ts'
import { openBrowserWorld } from './browser.ts'
import { smallTargets } from './faults.ts'
import { finger } from './hand.ts'
import { settled } from './settled.ts'

/** How the main pages fit a thumb; the loop itself is gone around by touch in loop.test.ts. */
const { world, window } = openBrowserWorld()
let page: Page
let things: Record<string, string>

beforeAll(async () => {
  const org = await world.organization()
  const cast = await castOf(org)
  await playStory(cast, org.root, ['Zeroing a torque transducer', 'Reading a vernier scale'])
  const leader = cast.writes
  page = await window(leader, finger.window)
  const [course] = (await leader.does(courses.listCourses)).items
  const params = { courseId: course?.id ?? '' }
  const { stepId } = await leader.does(learning.getProgress, { params })
  things = { ...params, stepId }
})

const main = [
  'home',
  'learn',
  'course',
  'player',
  'ask',
  'raiseNeed',
  'create',
  'loop',
  'thanks',
  'me',
] as const

describe('on a phone everything that can be pressed answers a finger within 44 px', () => {
  test.each(main)('%s', async (name) => {
    await page.goto(linkTo(paths[name] as string, things as never))
    await settled(page)
    expect(await smallTargets(page)).toEqual([])
  })
})

test('on a phone the bar at the bottom goes to the main places, and stays in reach', async () => {
  await page.goto('/')
  await settled(page)
  const bar = page.getByRole('navigation', { name: 'Main places' })
  for (const [name, path] of [
    ['Learn', '/learn'],
    ['Ask', '/ask'],
    ['Me', '/me'],
    ['Home', '/'],
  ] as const) {
    await bar.getByRole('link', { name, exact: true }).tap()
    await page.waitForURL(`**${path}`)
    await settled(page)
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    const end = async () => {
      const box = await bar.boundingBox()
      return [name, Math.round((box?.y ?? 0) + (box?.height ?? 0))]
    }
    await expect.poll(end).toEqual([name, 780])
    const place = bar.getByRole('link', { name, exact: true })
    await expect.poll(() => place.getAttribute('aria-current')).toBe('page')
  }
  await bar.getByRole('button', { name: 'Share' }).tap()
  await page.getByRole('menuitem', { name: 'Say what you need to learn' }).tap()
  await page.waitForURL('**/ask/new')
})

test('on a phone what the bar has no room for stands under Me', async () => {
  for (const [name, path] of [
    ['Create', paths.create],
    ['Impact', paths.loop],
    ['Thanks', paths.thanks],
  ] as const) {
    await page.goto(paths.me)
    await page.getByRole('list', { name: 'More places' }).getByRole('link', { name }).click()
    await page.waitForURL(`**${path}`)
  }
})
