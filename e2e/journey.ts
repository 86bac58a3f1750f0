import type { Browser, Locator, Page } from 'playwright-core'
import type { Organization } from '#test/organization.ts'
import type { BrowserWorld } from './browser.ts'

/** How somebody presses things: with a mouse, or with a finger on a phone. */
interface Hand {
  press: (place: Locator) => Promise<void>
  window: Parameters<Browser['newContext']>[0]
}
export const mouse: Hand = { press: (place) => place.click(), window: {} }
export const finger: Hand = {
  press: (place) => place.tap(),
  window: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true },
}

/** What a journey is about, and what is said on it. */
export interface Story {
  need: string
  course: string
  text: string
  thanks: string
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
export const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first()

/** Four people of an organization, each with a window. */
export async function castIn(org: Organization, { window }: BrowserWorld, hand: Hand) {
  const [asks, leads, reviews, joins] = [
    await org.person('Ines Duarte'),
    await org.person('Tomas Lindqvist', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Mei Tanaka'),
  ]
  const open = async (person: typeof asks) => ({ person, page: await window(person, hand.window) })
  return {
    asks: await open(asks),
    leads: await open(leads),
    reviews: await open(reviews),
    joins: await open(joins),
  }
}
type Cast = Awaited<ReturnType<typeof castIn>>

/** A need is raised and voiced; gives its address. */
async function ask({ asks, joins }: Cast, { press }: Hand, story: Story): Promise<string> {
  await asks.page.goto('/ask/new')
  await field(asks.page, 'In one sentence').fill(story.need)
  await press(button(asks.page, 'Ask everyone'))
  await asks.page.getByRole('heading', { level: 1, name: story.need }).waitFor()
  await joins.page.goto('/ask')
  await press(button(joins.page, 'I need this too'))
  await button(joins.page, 'Take your voice back').waitFor()
  return new URL(asks.page.url()).pathname
}

/** The leader takes it on and writes; what is written is there again after the window was loaded anew. */
async function write({ leads: { page } }: Cast, { press }: Hand, story: Story, needPath: string) {
  await page.goto(needPath)
  await press(button(page, 'I will teach this'))
  await press(link(page, 'Make the course'))
  await field(page, 'Title').fill(story.course)
  await press(button(page, 'Start writing'))
  await press(page.getByRole('textbox', { name: 'Text of the step' }))
  await page.keyboard.type(story.text)
  await page.locator('[data-state="saved"]').waitFor()
  await page.reload()
  await page.getByText(story.text).waitFor()
  await press(button(page, /^Ask for/))
  const dialog = page.getByRole('dialog')
  await press(dialog.getByText('Priya Nair'))
  await press(dialog.getByRole('button', { name: /^Ask .*Priya Nair to review$/ }))
  await dialog.waitFor({ state: 'detached' })
}

async function approve({ reviews: { page } }: Cast, { press }: Hand, story: Story) {
  await page.goto('/create/reviews')
  await press(link(page, story.course))
  await press(button(page, 'Approve'))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Approve it' }))
  await page.waitForURL('**/create/reviews')
}

/** Who voiced the need hears of the course on Home, takes it and thanks for it; gives the course's address. */
async function learn({ joins: { page } }: Cast, { press }: Hand, story: Story): Promise<string> {
  await page.goto('/')
  // The story is there, or behind the button when it came in while the page was opening.
  const news = page.getByText('made a course for a need you voiced')
  const fresh = page.getByRole('button', { name: /^\d+ new$/ })
  await news.or(fresh).first().waitFor()
  if (await fresh.isVisible()) await press(fresh)
  await news.waitFor()
  await press(link(page, new RegExp(story.course)))
  await page.waitForURL('**/courses/*')
  const coursePath = new URL(page.url()).pathname
  await press(link(page, 'Start'))
  await page.getByText(story.text).waitFor()
  await press(button(page, 'Finish the course'))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Thank Tomas Lindqvist' }))
  await page.getByRole('textbox', { name: 'What for?' }).fill(story.thanks)
  await press(button(page, 'Thank them'))
  await page.getByText('Tomas Lindqvist will be glad.').waitFor()
  return coursePath
}

/** Takes a need once around the loop, in the browser; gives the addresses of what came of it. */
export async function takeAround(cast: Cast, hand: Hand, story: Story) {
  const needPath = await ask(cast, hand, story)
  await write(cast, hand, story, needPath)
  await approve(cast, hand, story)
  const coursePath = await learn(cast, hand, story)
  const { page } = cast.asks
  await page.goto('/impact')
  await page.getByRole('link', { name: /1 Validated/ }).waitFor()
  await hand.press(page.getByRole('link', { name: /1 Recognized/ }))
  await link(page, story.need).waitFor()
  return { needPath, coursePath }
}
