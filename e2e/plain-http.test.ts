import { expect, test } from 'vitest'
import { paths } from '#paths'
import { setPassword } from '#people/passwords.ts'
import { picture } from '#test/picture.ts'
import { openBrowserWorld, plainHost } from './browser.ts'
import { blocksOf, button, goToEnd, state } from './desk.ts'

const { world, window, address, takeErrors } = openBrowserWorld()

test('in a company’s own network, by plain http, one signs in, brings a lesson with its picture, writes on, and nothing is lost', async () => {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const password = 'a long enough phrase'
  await org.as((scope) => setPassword(scope, dana.id, password))
  const page = await window(null, { baseURL: address().replace('localhost', plainHost) })
  await page.goto(paths.signIn)
  expect(await page.evaluate('[isSecureContext, location.hostname]')).toEqual([false, plainHost])
  await page.getByLabel('Your mail address').fill(dana.email)
  await page.getByLabel('Password').fill(password)
  await button(page, 'Sign in').click()
  await page.waitForURL((url) => url.pathname === paths.home)

  await page.goto(paths.newCourse)
  const lesson =
    '# Zero a gauge\n\n## Where it stands\n\n![The dial of a gauge](dial.png)\n\nTurn the screw.\n'
  await page.locator('input[type="file"]').setInputFiles([
    { name: 'zero.md', mimeType: 'text/markdown', buffer: Buffer.from(lesson) },
    { name: 'dial.png', mimeType: 'image/png', buffer: picture(64, 48) },
  ])
  await button(page, 'Make the course').click()
  await page.waitForURL(/\/create\/courses\/[0-9a-f-]{36}$/)
  const params = { courseId: new URL(page.url()).pathname.split('/').at(-1) ?? '' }
  await goToEnd(page)
  await page.keyboard.type(' Wait a minute.')
  await state(page, 'saved').waitFor()
  await page.reload()
  await page.getByText('Turn the screw. Wait a minute.').waitFor()
  await page.getByRole('img', { name: 'The dial of a gauge' }).waitFor()
  expect((await blocksOf(dana, params)).map(({ type }) => type)).toContain('image')
  // That a header for https does nothing here the browser says of each page.
  expect(takeErrors().filter((error) => !error.includes('Cross-Origin-Opener-Policy'))).toEqual([])
})
