import { expect, test } from 'vitest'
import en from '#letters/messages/en.json' with { type: 'json' }
import { noteRefused } from '#letters/refused.ts'
import { linkTo, paths } from '#paths'
import { letterTo } from '#test/letter.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, finger, link } from './hand.ts'

const { world, window } = openBrowserWorld()

test('somebody ends mails by the link below one, without signing in, thinks better of it, and chooses among their settings', async () => {
  const org = await world.organization()
  const mei = await org.person('Mei Tanaka')
  const address = linkTo(paths.unsubscribe, { letter: await letterTo(org, mei) })
  const page = await window(null, { ...finger.window, reducedMotion: 'reduce' })
  await page.goto(address)
  await page.getByText(en['letters.topic.answers']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, 360)).toEqual([])
  await button(page, en['letters.end.go']).tap()
  await page.getByRole('heading', { name: en['letters.ended'] }).waitFor()
  await button(page, en['letters.again']).tap()
  await page.getByRole('heading', { name: en['letters.end'], exact: true }).waitFor()

  const me = await window(mei, { reducedMotion: 'reduce' })
  await me.goto(address)
  await link(me, en['letters.all']).press('Enter')
  await me.waitForURL(`**${paths.me}#letters`)
  const choice = me.getByRole('switch', { name: en['letters.topic.answers'] })
  await choice.waitFor()
  expect(await choice.isChecked()).toBe(true)
  await choice.focus()
  await me.keyboard.press('Space')
  await me.getByText(en['letters.kept']).waitFor()
  expect(await axeFaults(me)).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: en['letters.ended'] }).waitFor()

  await page.goto(address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A'))
  await page.getByText('This link was not made here.', { exact: false }).waitFor()
})

test('an administrator sees which addresses take no mail and why, and has one written to again with the keyboard', async () => {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  await org.as((scope) =>
    noteRefused(scope, mei.email, { code: 550, words: '550 5.1.1 <script>No</script>' }),
  )
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.settings)
  const list = page.getByRole('list', { name: en['letters.refusedList'] })
  await list.getByText('<script>No</script>', { exact: false }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await list.getByRole('button', { name: new RegExp(en['letters.refusedList.try']) }).focus()
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'detached' })
})
