import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { raiseNeed as raise } from '#need'
import { raiseNeed } from '#need/contract.ts'
import { paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import { declineRedemption } from '#recognition/redemption.contract.ts'
import { at, redeem, shop } from '#test/reward.ts'
import { ruleOn } from '#test/rules.ts'
import { openBrowserWorld } from './browser.ts'
import { firstOnly } from './first-only.ts'

const { world, window } = openBrowserWorld()

const saved = 'It saved us a return trip to Oslo.'

/** An organization whose feed has one story, the window of somebody who has not looked at it yet, and a second story. */
async function company() {
  const org = await world.organization()
  const [mei, ines] = [await org.person('Mei Tanaka'), await org.person('Ines Duarte')]
  const body = { title: 'Zeroing a torque transducer', details: '', groupId: org.root }
  await ines.does(raiseNeed, { body })
  await expect.poll(async () => (await ines.does(getFeed)).items).toHaveLength(1)
  const thanks = { toIds: [mei.id], reason: saved }
  return { org, mei, page: await window(mei), happens: () => ines.does(giveKudos, { body: thanks }) }
}

/** Opens a page, and waits until it hears what happens. */
async function open(page: Page, path: string): Promise<void> {
  const hears = page.waitForResponse('**/api/live?*')
  await page.goto(path)
  await hears
}

const waiting = () => Promise.withResolvers<void>()
const countsNews = '**/api/feed/unread'
const first = (page: Page) => page.getByRole('article').first().waitFor()
/** A story is told behind a button, or at once where nothing was shown yet. */
const isTold = (page: Page, words: string) =>
  page
    .getByRole('button', { name: '1 new' })
    .or(page.getByRole('article').filter({ hasText: words }))
    .first()
    .waitFor()

test('what happens while something is read for the first time is told, though the answer comes from before', async () => {
  const { page, mei, happens } = await company()
  const [isAnswered, mayArrive, mayHear] = [waiting(), waiting(), waiting()]
  const late = async (route: Route) => {
    const response = await route.fetch()
    isAnswered.resolve()
    await mayArrive.promise
    await route.fulfill({ response })
  }
  await page.route('**/api/feed', firstOnly(late))
  // One hint, and then a line that is never opened again: nothing else makes anybody look once more.
  await page.route('**/api/live?*', () => undefined)
  const hint = { contentType: 'text/event-stream', body: 'data: {"topics":["feed"]}\n\n' }
  await page.route(
    '**/api/live?*',
    firstOnly((route) => mayHear.promise.then(() => route.fulfill(hint))),
  )
  const [isCounted] = await Promise.all([page.waitForResponse(countsNews), page.goto(paths.home)])
  expect(await isCounted.json()).toEqual({ unread: 0 })
  await isAnswered.promise
  await happens()
  await expect.poll(async () => (await mei.does(getFeed)).items).toHaveLength(2)
  // Whoever watches the feed is reached at once: the number of news is asked for anew, the feed is not there yet.
  await Promise.all([page.waitForResponse(countsNews), mayHear.resolve()])
  mayArrive.resolve()
  await first(page)
  await isTold(page, saved)
})

test('what happened earlier than what one sees, and is told later, is counted as new', async () => {
  const { org, page } = await company()
  await open(page, paths.home)
  await first(page)
  const need = { title: 'Reading a vernier scale', details: '', groupId: org.root }
  await org.as((scope) => raise({ ...scope, now: new Date(scope.now.getTime() - 60_000) }, need))
  await isTold(page, need.title)
})

test('what happens after a page was read and before it hears what happens is told once it does', async () => {
  const { page, mei, happens } = await company()
  const mayHear = waiting()
  const late = async (route: Route) => {
    await mayHear.promise
    await route.continue()
  }
  await page.route('**/api/live?*', firstOnly(late))
  await page.goto(paths.home)
  await first(page)
  await happens()
  await expect.poll(async () => (await mei.does(getFeed)).items).toHaveLength(2)
  mayHear.resolve()
  await isTold(page, saved)
})

test('points that a rule gives are told while one looks, together, and lead to every movement', async () => {
  const { org, page, happens } = await company()
  const caps = { member: { times: 9, per: 'month' as const }, month: null }
  await ruleOn(await org.admin(), {
    ...{ name: 'Thanked by a colleague', when: { is: 'event', event: 'kudos-given' }, about: {}, caps },
    gives: [{ to: 'receiver', points: 10 }],
  })
  await open(page, paths.home)
  await first(page)
  await happens()
  const bell = (unread: number) => page.getByRole('button', { name: `News for you, ${unread} unread` })
  await bell(2).waitFor()
  await happens()
  await bell(3).click()
  const news = page.getByRole('dialog', { name: 'News for you' })
  const story = 'You got 20 points: Thanked by a colleague, 2 times'
  await news.getByRole('link').filter({ hasText: story }).click()
  await page.getByRole('heading', { name: 'You have 20 points.' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(paths.points)
})

test('whose request is declined reads why at the bell, and is led to what they asked for', async () => {
  const { mei, lena, design } = await shop(world)
  const wish = await redeem(mei, await design({ name: 'Lunch with a director', approval: 'managers' }))
  const page = await window(mei)
  await open(page, paths.home)
  const reason = 'The director is away until May.'
  await lena.does(declineRedemption, { ...at(wish), body: { reason } })
  await page.getByRole('button', { name: 'News for you, 1 unread' }).click()
  const news = page.getByRole('dialog', { name: 'News for you' }).getByRole('listitem')
  const story = news.filter({ hasText: 'declined “Lunch with a director”; your points are back' })
  await story.filter({ hasText: reason }).getByRole('link').click()
  await page.waitForURL(`**${paths.myRedemptions}`)
})
