import { expect, test } from 'vitest'
import { paths } from '#paths'
import en from '#recognition/messages/en.json' with { type: 'json' }
import { picture } from '#test/picture.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, find, finger } from './hand.ts'

const { world, window } = openBrowserWorld()
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: picture(2400, 1800) })

test('somebody thanks on a phone with a picture: what is none is refused, another is taken out, the third is seen in the feed and goes with the thanks', async () => {
  const org = await world.organization()
  const [mei, dana] = [await org.person('Mei Tanaka'), await org.person('Dana Reyes')]
  const page = await window(mei, { ...finger.window, reducedMotion: 'reduce' })
  await page.goto(paths.thanks)
  await button(page, en['recognition.give']).first().tap()
  const to = page.getByRole('combobox', { name: en['recognition.to'] })
  await finger.choose(await find(to, 'Dana', 'Dana Reyes'))
  await page.keyboard.press('Escape')
  await field(page, en['recognition.reason']).fill('You showed me how to zero it in the cold.')
  const input = page.locator('input[type=file]')
  await input.setInputFiles({ name: 'tool.png', mimeType: 'image/png', buffer: Buffer.from('\u007fELF') })
  await page.getByText('Pictures, video, sound, PDF', { exact: false }).waitFor()
  await input.setInputFiles(photo('wrong.png'))
  await page.getByAltText('wrong.png').waitFor()
  await button(page, en['recognition.file.remove']).tap()
  await page.getByAltText('wrong.png').waitFor({ state: 'detached' })
  await input.setInputFiles(photo('bench.png'))
  await page.getByAltText('bench.png').waitFor()
  await field(page, en['recognition.file.alt']).fill('The bench at minus ten')
  const send = button(page, en['recognition.send'])
  await expect.poll(() => send.isEnabled()).toBe(true)
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, 360)).toEqual([])
  await send.tap()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const shown = page.getByRole('article').getByAltText('The bench at minus ten')
  await shown.waitFor()
  // As a phone needs it, not as a camera made it.
  const size = () => shown.evaluate((one) => 'naturalWidth' in one && one.naturalWidth)
  await expect.poll(size).toBe(1600)

  await world.settle()
  const feed = await window(dana, { reducedMotion: 'reduce' })
  await feed.goto(paths.home)
  const story = feed.getByRole('article').getByAltText('The bench at minus ten')
  await story.waitFor()
  await expect.poll(() => story.evaluate((one) => 'naturalWidth' in one && one.naturalWidth)).toBe(1600)
  expect(await axeFaults(feed)).toEqual([])

  await button(page, en['recognition.withdraw']).tap()
  await shown.waitFor({ state: 'detached' })
  await feed.reload()
  await feed.getByRole('heading').first().waitFor()
  await expect.poll(() => story.count()).toBe(0)
})
