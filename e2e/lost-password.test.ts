import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import appEn from '#app/messages/en.json' with { type: 'json' }
import appFr from '#app/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import en from '#people/messages/en.json' with { type: 'json' }
import fr from '#people/messages/fr.json' with { type: 'json' }
import { setPassword } from '#people/passwords.ts'
import { tokenMailedTo } from '#test/mailbox.ts'
import { openBrowserWorld } from './browser.ts'
import { finger } from './hand.ts'
import { enterOn, tabTo } from './keyboard.ts'
import { calm, looksRight } from './planning.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const [lost, tooShort, fresh] = ['what was it again', 'zero', 'zero is a measurement']

/** How somebody gets along who has no mouse: goes to a place, and presses it. */
const keys = { go: tabTo, press: enterOn, window: calm }
const touch = {
  go: (_: Page, place: Locator) => finger.press(place),
  press: (_: Page, place: Locator) => finger.press(place),
  window: { ...finger.window, ...calm },
}

/** A window in which somebody comes to the door and leaves by it, in their language and their way. */
function atDoor(
  page: Page,
  texts: typeof en & typeof appEn,
  { go, press }: Pick<typeof keys, 'go' | 'press'>,
) {
  const signedOut = page.getByRole('dialog', { name: texts['app.signedOut.title'] })
  const pressButton = (name: string, within: Page | Locator = page) =>
    press(page, within.getByRole('button', { name, exact: true }))
  const write = async (label: string, words: string, within: Page | Locator = page) => {
    await go(page, within.getByLabel(label, { exact: true }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(words)
  }
  const finds = async (title: string) => {
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    await looksRight(page)
  }
  return {
    finds,
    askForMail: async (address: string) => {
      await page.goto(paths.signIn)
      await press(page, page.getByRole('link', { name: texts['people.forgotten.link'] }))
      await finds(texts['people.forgotten.title'])
      await write(texts['people.email'], address)
      await pressButton(texts['people.forgotten.send'])
      await page.getByText(texts['people.forgotten.sent']).waitFor()
      await looksRight(page)
    },
    choosePassword: async (link: string, address: string) => {
      await page.goto(link)
      await finds(texts['people.reset.title'])
      await page.getByText(address).waitFor()
      await write(texts['people.password'], tooShort)
      await pressButton(texts['people.reset.go'])
      await page.getByText(texts['people.passwordShort']).waitFor()
      await looksRight(page)
      await write(texts['people.password'], fresh)
      await pressButton(texts['people.reset.go'])
      await page.getByText(texts['people.reset.done']).waitFor()
      await finds(texts['people.signIn.title'])
    },
    signIn: async (address: string) => {
      await write(texts['people.email'], address)
      await write(texts['people.password'], fresh)
      await pressButton(texts['people.signIn.go'])
      await page.waitForURL(({ pathname }) => pathname === paths.home)
      await looksRight(page)
    },
    signOutEverywhere: async () => {
      await page.goto(paths.me)
      await page.getByText(texts['people.session.current']).waitFor()
      await looksRight(page)
      await pressButton(texts['people.signOutEverywhere'])
      await finds(texts['people.signIn.title'])
    },
    isSignedOut: async () => {
      await signedOut.waitFor()
      await looksRight(page)
    },
    signInAgain: async () => {
      await write(texts['people.password'], fresh, signedOut)
      await pressButton(texts['people.signIn.go'], signedOut)
      await signedOut.waitFor({ state: 'detached' })
      await page.getByText(texts['app.signedOut.back']).waitFor()
    },
  }
}

test.each([
  ['by keyboard alone', 'en', { ...appEn, ...en }, keys],
  ['by finger on a phone', 'fr', { ...appFr, ...fr }, touch],
] as const)(
  '%s one who forgot the password comes in by a mail, then signs out everywhere, which every other window learns (%s)',
  async (_, locale, texts, way) => {
    const org = await world.organization()
    const lea = await org.person('Lea Learner')
    await org.as((scope) => setPassword(scope, lea.id, lost))
    await speaks(lea, locale)
    const frame = { ...way.window, locale }
    const [page, leftOpen] = [await window(null, frame), await window(lea, frame)]
    const [here, elsewhere] = [atDoor(page, texts, way), atDoor(leftOpen, texts, way)]
    await leftOpen.goto(paths.raiseNeed)
    await looksRight(leftOpen)

    await here.askForMail(lea.email)
    const link = linkTo(paths.resetPassword, { token: await tokenMailedTo(world, lea.email) })
    await here.choosePassword(link, lea.email)
    // What the lost password had opened is over; the new one leads in there too.
    await elsewhere.isSignedOut()
    await elsewhere.signInAgain()
    await here.signIn(lea.email)

    await here.signOutEverywhere()
    await elsewhere.isSignedOut()
    await page.goto(paths.me)
    await here.finds(texts['people.signIn.title'])
    await page.goto(link)
    await here.finds(texts['people.gone.title'])
    expect(await page.getByRole('link', { name: texts['people.reset.another'] }).count()).toBe(1)
  },
)
