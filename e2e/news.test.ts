import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { raiseNeed as raise } from '#need'
import { raiseNeed } from '#need/contract.ts'
import { paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import { openBrowserWorld } from './browser.ts'

const { world, window } = openBrowserWorld()

/** An organization whose feed has one story, the window of somebody who has not looked at it yet, and a second story. */
async function company() {
  const org = await world.organization()
  const [mei, ines] = [await org.person('Mei Tanaka'), await org.person('Ines Duarte')]
  const body = { title: 'Zeroing a torque transducer', details: '', groupId: org.root }
  await ines.does(raiseNeed, { body })
  await expect.poll(async () => (await ines.does(getFeed)).items).toHaveLength(1)
  const thanks = { toId: (await org.admin()).id, reason: 'It saved us a return trip to Oslo.' }
  return { org, mei, page: await window(mei), happens: () => ines.does(giveKudos, { body: thanks }) }
}

/** Opens a page, and waits until it hears what happens. */
async function open(page: Page, path: string): Promise<void> {
  const hears = page.waitForResponse('**/api/live?*')
  await page.goto(path)
  await hears
}

const first = (page: Page) => page.getByRole('article').first().waitFor()
const isTold = (page: Page) => page.getByRole('button', { name: '1 new' }).waitFor()

test('what happens while something is read for the first time is told, though the answer comes from before', async () => {
  const { page, happens } = await company()
  await open(page, paths.ask)
  const [isAnswered, mayArrive] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const late = async (route: Route) => {
    const response = await route.fetch()
    isAnswered.resolve()
    await mayArrive.promise
    await route.fulfill({ response })
  }
  await page.route('**/api/feed', late, { times: 1 })
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).first().click()
  await isAnswered.promise
  // The hint reaches whoever watches the feed at once: the number of news is asked for anew, the feed is not there yet.
  const isHeard = page.waitForResponse('**/api/feed/unread')
  await happens()
  await isHeard
  mayArrive.resolve()
  await first(page)
  await isTold(page)
})

test('what happened earlier than what one sees, and is told later, is counted as new', async () => {
  const { org, page } = await company()
  await open(page, paths.home)
  await first(page)
  const need = { title: 'Reading a vernier scale', details: '', groupId: org.root }
  await org.as((scope) => raise({ ...scope, now: new Date(scope.now.getTime() - 60_000) }, need))
  await isTold(page)
})

test('what happens after a page was read and before it hears what happens is told once it does', async () => {
  const { page, mei, happens } = await company()
  const mayHear = Promise.withResolvers<void>()
  const late = async (route: Route) => {
    await mayHear.promise
    await route.continue()
  }
  await page.route('**/api/live?*', late, { times: 1 })
  await page.goto(paths.home)
  await first(page)
  await happens()
  await expect.poll(async () => (await mei.does(getFeed)).items).toHaveLength(2)
  mayHear.resolve()
  await isTold(page)
})
