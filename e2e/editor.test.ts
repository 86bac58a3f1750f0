import { readdirSync, readFileSync } from 'node:fs'
import type { Route } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import * as courses from '#course/contract.ts'
import { textOf } from '#course/document/blocks.ts'
import * as versions from '#course/versions.contract.ts'
import { linkTo, paths } from '#paths'
import * as access from '#people/access.contract.ts'
import * as people from '#people/contract.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import { openBrowserWorld } from './browser.ts'
import { button, deskOf, openDesk, state, text, type } from './desk.ts'
import { firstOnly } from './first-only.ts'

const browser = openBrowserWorld()
const { world, window, startServer, stopServer } = browser

const savedText = async (author: Person, params: { courseId: string }) =>
  textOf((await author.does(courses.getDraft, { params })).document)

test('a tab closed at once after typing loses nothing: the next one has the text and saves it', async () => {
  const { author, params, path, page } = await openDesk(browser)
  await type(page, 'Written a moment before')
  await page.close()
  const next = await window(author)
  const same = await page.context().newPage()
  await same.goto(path)
  await same.getByText('Written a moment before').waitFor()
  await state(same, 'saved').waitFor()
  expect(await savedText(author, params)).toBe('Written a moment before')
  await next.goto(path)
  await next.getByText('Written a moment before').waitFor()
})

test('a page that is left while typing sends the last words by itself', async () => {
  const { author, params, page } = await openDesk(browser)
  await type(page, 'The last words')
  await page.goto('about:blank')
  await expect.poll(() => savedText(author, params)).toBe('The last words')
})

test('while the server is away the text is kept here, and saved by itself when it is back', async () => {
  const { author, params, page } = await openDesk(browser)
  await stopServer()
  await type(page, 'Nobody hears this')
  await state(page, 'offline').waitFor()
  await page.getByText('Not saved: no connection').first().waitFor()
  expect(await page.getByRole('status').filter({ hasText: 'Not saved: no connection' }).count()).toBe(1)
  await page.keyboard.type(' yet')
  await startServer()
  await state(page, 'saved').waitFor()
  expect(await savedText(author, params)).toBe('Nobody hears this yet')
})

test('a save whose answer was lost is no other text: what was written meanwhile comes on top of it', async () => {
  const { author, params, page } = await openDesk(browser)
  const arrived = Promise.withResolvers<void>()
  const isWritten = Promise.withResolvers<void>()
  let saves = 0
  await page.route('**/draft', async (route) => {
    if (route.request().method() === 'GET' || saves++ > 0) return route.continue()
    await route.fetch()
    arrived.resolve()
    await isWritten.promise
    await route.abort()
  })
  await type(page, 'Heard by the server')
  await arrived.promise
  await page.keyboard.type(' alone')
  isWritten.resolve()
  await state(page, 'offline').waitFor()
  await state(page, 'saved').waitFor()
  expect(await savedText(author, params)).toBe('Heard by the server alone')
  // The one that was lost, the same again, and what came on top.
  expect(saves).toBe(3)
})

test('a page that is closed before it hears of a save goes on with what was written after it', async () => {
  const { author, params, path, page } = await openDesk(browser)
  const arrived = Promise.withResolvers<void>()
  const hold = async (route: Route) => {
    await route.fetch()
    arrived.resolve()
  }
  await page.route('**/draft', (route) =>
    route.request().method() === 'GET' ? route.continue() : hold(route),
  )
  await type(page, 'Heard by the server')
  await arrived.promise
  await page.keyboard.type(' alone')
  const kept = 'Object.keys(localStorage).some((key) => localStorage.getItem(key).includes("server alone"))'
  await expect.poll(() => page.evaluate(kept)).toBe(true)
  await page.goto('about:blank')
  await page.unroute('**/draft')
  expect(await savedText(author, params)).toBe('Heard by the server')
  await page.goto(path)
  await expect.poll(() => savedText(author, params)).toBe('Heard by the server alone')
  expect(await page.getByText('This course was also changed in another window').count()).toBe(0)
})

test.each([
  ['Go on with the text of this window', 'Written here', 'Written there'],
  ['Go on with the other text', 'Written there', 'Written here'],
])('of two windows on a course none overwrites the other: %s', async (choice, draft, version) => {
  const { author, params, path, page } = await openDesk(browser)
  const other = await window(author)
  await other.goto(path)
  await text(other).waitFor()
  await type(other, 'Written there')
  await state(other, 'saved').waitFor()
  await type(page, 'Written here')
  await page.getByText('This course was also changed in another window').waitFor()
  expect(await savedText(author, params)).toBe('Written there')
  await button(page, choice).click()
  await state(page, 'saved').waitFor()
  expect(await text(page).textContent()).toContain(draft)
  expect(await savedText(author, params)).toBe(draft)
  const kept = await author.does(versions.getVersion, { params: { ...params, number: 1 } })
  expect(textOf(kept.document)).toBe(version)
})

const phrase = 'a long enough phrase'

/** The same person with a password, set by the link in their mail; signed in with it. */
async function withPassword(person: Person): Promise<Person> {
  const nobody = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  await nobody.does(access.askPasswordReset, { body: { email: person.email } })
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const token = await vi.waitFor(() => {
    const mails = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    const [, found = ''] =
      mails
        .join('\n')
        .replaceAll('=\r\n', '')
        .match(/\/reset\/([0-9a-f-]{36}\.[\w-]{43})/) ?? []
    expect(found).not.toBe('')
    return found
  }, 60_000)
  await nobody.does(access.resetPassword, { body: { token, password: phrase } })
  const body = { email: person.email, password: phrase }
  const answer = await send(world.cairn, '', people.signIn, { body })
  return personWith(world.cairn, {
    ...person,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  })
}

test('whose session ended while typing signs in again, and finds the text, saved', async () => {
  const org = await world.organization()
  const author = await withPassword(await org.person('Dana Reyes', 'leader'))
  const { params, page } = await deskOf(window, author, org.root)
  const saving = Promise.withResolvers<Route>()
  await page.route('**/draft', firstOnly(saving.resolve))
  await type(page, 'Typed without a session')
  const written = await text(page).elementHandle()
  const held = await saving.promise
  await author.does(access.signOutEverywhere)
  await held.continue()
  const dialog = page.getByRole('dialog', { name: 'You were signed out' })
  await dialog.getByLabel('Password').fill(phrase)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Typed without a session').waitFor()
  await state(page, 'saved').waitFor()
  // The page below stayed as it was, and was not built anew.
  expect(await written?.evaluate((element) => element.isConnected)).toBe(true)
  await page.reload()
  await page.getByText('Typed without a session').waitFor()
  expect(new URL(page.url()).pathname).toBe(linkTo(paths.editor, params))
})

test('Ctrl+S saves at once, in the text and in its title, and opens no window of the browser', async () => {
  const { author, params, page } = await openDesk(browser)
  await type(page, 'Saved by hand')
  await page.keyboard.press('Control+s')
  await state(page, 'saved').waitFor()
  await page.getByRole('textbox', { name: 'Title of the course' }).fill('Zero it well')
  await page.keyboard.press('Control+s')
  await state(page, 'saved').waitFor()
  const draft = await author.does(courses.getDraft, { params })
  expect([draft.course.title, textOf(draft.document)]).toEqual(['Zero it well', 'Saved by hand'])
})

test('a title that cannot be saved is named, and nothing that was written is lost by it', async () => {
  const { author, params, page } = await openDesk(browser)
  await type(page, 'The text stays')
  await page.getByRole('textbox', { name: 'Title of the course' }).fill('')
  await page.getByText('Give the course a title.').waitFor()
  await page.reload()
  await page.getByText('The text stays').waitFor()
  await page.getByRole('textbox', { name: 'Title of the course' }).fill('Zero it')
  await state(page, 'saved').waitFor()
  expect(await savedText(author, params)).toBe('The text stays')
})
