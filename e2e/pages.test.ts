import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import texts from '#app/messages/en.json' with { type: 'json' }
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { type DemoPeople, enterTheDemo, mailedLinks, thingsOf } from './demo.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { takePictures } from './pictures.ts'
import { resize, settled, still } from './settled.ts'
import { speaks } from './tongue.ts'
import { type Visit, visitors, visits } from './visits.ts'

/** Every page of the product, in the demo: what axe finds, what does not fit, what the page logs as an error. */
const { world, window } = openBrowserWorld({ demo: true })
const phone = { width: 360, height: 780 }
let people: DemoPeople
let things: Record<string, string>
type Theme = 'light' | 'dark'
const tabs = new Map<string, Promise<Page>>()

beforeAll(async () => {
  people = await enterTheDemo(world)
  const found = await thingsOf(people)
  const { reset, ...links } = await mailedLinks(world)
  things = { ...found, resetPassword: reset, ...links }
})

/** The window of somebody in a language, one for all pages that they look at. */
function tabOf({ as }: Visit, locale: string): Promise<Page> {
  const key = `${as} ${locale}`
  const options = {
    locale,
    viewport: phone,
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  } as const
  const tab = tabs.get(key) ?? window(as && people[as], options)
  tabs.set(key, tab)
  return tab
}

async function open(visit: Visit, locale: string, colorScheme: Theme = 'light'): Promise<Page> {
  const page = await tabOf(visit, locale)
  await page.setViewportSize(phone)
  await page.emulateMedia({ colorScheme })
  await page.goto(visit.address(things))
  await settled(page)
  return page
}

/** Nothing may reach beyond the window at this width. */
async function fits(page: Page, width: number, said = `${width} px`): Promise<string[]> {
  await resize(page, width)
  return (await sidewaysFaults(page, width)).map((fault) => `${said}: ${fault}`)
}

/** What axe finds in the page as it is, and in other colours. */
const axed = async (page: Page, said: string, rules?: 'colours') =>
  (await axeFaults(page, rules)).map((fault) => `${said}: ${fault}`)

async function inColours(
  page: Page,
  colours: Parameters<Page['emulateMedia']>[0],
  said: string,
  rules?: 'colours',
) {
  await page.emulateMedia(colours ?? {})
  await still(page)
  return axed(page, said, rules)
}

const isMissing = (page: Page) => page.getByText(texts['app.missing.title'], { exact: true }).count()

test('every address of the client has a page that is looked at here', () => {
  expect(Object.keys(visitors).sort()).toEqual(Object.keys(paths).sort())
})

describe('nothing for axe to find in light and dark, no scrolling sideways from 320 px on, no error', () => {
  // By turns in one theme and then the other, so that the frame of a wide window is looked at in both.
  const turns = visits.map((visit, index): [string, Visit, Theme, Theme] =>
    index % 2 ? [visit.name, visit, 'light', 'dark'] : [visit.name, visit, 'dark', 'light'],
  )
  test.each(turns)('%s', async (_, visit, first, second) => {
    const page = await open(visit, 'en', first)
    expect(await isMissing(page)).toBe(visit.isBuilt ? 0 : 1)
    const found = await axed(page, `phone, ${first}`)
    found.push(...(await sidewaysFaults(page, phone.width)))
    found.push(...(await inColours(page, { colorScheme: second }, `phone, ${second}`, 'colours')))
    found.push(...(await fits(page, 320)))
    found.push(...(await fits(page, 640, '1280 px at 200 %')))
    found.push(...(await fits(page, 1280)))
    found.push(...(await axed(page, `wide, ${second}`)))
    expect(found).toEqual([])
    await takePictures(page, visit.name)
  })
})

test('every component keeps its contrast in the colours of a system that forces its own', async () => {
  const [visit] = visits.filter(({ name }) => name === 'devUi')
  const page = await open(visit as Visit, 'en')
  expect(await inColours(page, { forcedColors: 'active' }, 'forced colours', 'colours')).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
})

describe('in French nothing scrolls sideways on a phone, and no page fails', () => {
  beforeAll(async () => {
    for (const one of Object.values(people)) await speaks(one, 'fr')
  })
  // The page of the design system has a language of its own.
  const inFrench = visits.filter(({ isBuilt, name }) => isBuilt && !name.startsWith('devUi'))
  test.each(inFrench.map((visit) => [visit.name, visit] as const))('%s', async (_, visit) => {
    const page = await open(visit, 'fr')
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr')
    expect(await sidewaysFaults(page, phone.width)).toEqual([])
  })
})
