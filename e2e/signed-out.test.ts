import { expect, test } from 'vitest'
import { paths } from '#paths'
import { signOutEverywhere } from '#people/access.contract.ts'
import { setPassword } from '#people/passwords.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { still } from './settled.ts'

const { world, window } = openBrowserWorld()
const password = 'a long enough phrase'

async function writing() {
  const org = await world.organization()
  const lea = await org.person('Lea Learner')
  await org.as((scope) => setPassword(scope, lea.id, password))
  const page = await window(lea)
  await page.goto(paths.raiseNeed)
  const what = page.getByLabel('In one sentence')
  await what.fill('Read an uncertainty budget')
  const dialog = page.getByRole('dialog', { name: 'You were signed out' })
  return { org, lea, page, what, dialog }
}

test('a page left open says that its person was signed out elsewhere, and goes on where it was, with what was typed', async () => {
  const { lea, page, what, dialog } = await writing()
  await lea.does(signOutEverywhere)
  await dialog.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('alert').getByText('You were signed out').waitFor()
  expect(await what.inputValue()).toBe('Read an uncertainty budget')
  await page.getByRole('button', { name: 'Sign in again' }).click()
  expect(await dialog.getByLabel('Your mail address').inputValue()).toBe(lea.email)
  await dialog.getByLabel('Password').fill('another long phrase')
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await dialog.getByText('Address and password do not fit together.').waitFor()
  await dialog.getByLabel('Password').fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await what.inputValue()).toBe('Read an uncertainty budget')
  await page.getByRole('button', { name: 'Ask everyone' }).click()
  await page.getByRole('heading', { name: 'Read an uncertainty budget' }).waitFor()
})

test('a session that ended while nobody listened is noticed by the first write, which loses nothing', async () => {
  const { lea, page, what, dialog } = await writing()
  await world.owner.query('update sessions set revoked_at = $1 where member_id = $2', [world.now(), lea.id])
  await page.getByRole('button', { name: 'Ask everyone' }).click()
  await dialog.waitFor()
  expect(await what.inputValue()).toBe('Read an uncertainty budget')
})

test('on Home, before the words of other pages have come, it waits for them instead of showing what they are called', async () => {
  const org = await world.organization()
  const lea = await org.person('Lea Learner')
  const page = await window(lea)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/dictionary-en-rest/, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(/dictionary-en-rest/)
  await page.goto(paths.home)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const noticed = page.waitForResponse((one) => one.url().endsWith('/api/session') && one.status() === 401)
  await lea.does(signOutEverywhere)
  await Promise.all([noticed, asked])
  await still(page)
  expect(await page.getByText('people.').count()).toBe(0)
  expect(await page.getByRole('dialog').count()).toBe(0)
  release()
  await page.getByRole('dialog', { name: 'You were signed out' }).getByLabel('Your mail address').waitFor()
})
