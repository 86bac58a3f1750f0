import { expect, test } from 'vitest'
import { closeNeed, raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'

const { world, window, takeErrors, stopServer, startServer } = openBrowserWorld()

async function board() {
  const org = await world.organization()
  const [lea, ines] = [await org.person('Lea Learner'), await org.person('Ines Duarte')]
  const raise = (title: string) => ines.does(raiseNeed, { body: { title, details: '', groupId: org.root } })
  const need = await raise('Zeroing a torque transducer')
  return { org, lea, ines, raise, need, page: await window(lea) }
}

test('a page that cannot be brought up to date stays, says so, and catches up when asked again', async () => {
  const { page, raise } = await board()
  await page.goto(paths.ask)
  const known = page.getByRole('link', { name: 'Zeroing a torque transducer' })
  await known.waitFor()
  await page.route('**/api/needs?*', (route) => route.abort())
  await raise('Reading a vernier scale')
  const said = page.getByText('This page could not be brought up to date')
  await said.waitFor()
  expect(await known.isVisible()).toBe(true)
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await page.unroute('**/api/needs?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: 'Reading a vernier scale' }).waitFor()
  await said.waitFor({ state: 'detached' })
})

test('what is gone, or no longer the reader’s to see, does not stay', async () => {
  const { page, ines, need } = await board()
  await page.goto(linkTo(paths.need, { needId: need.id }))
  await page.getByRole('heading', { level: 1, name: 'Zeroing a torque transducer' }).waitFor()
  const missing = {
    type: 'about:blank',
    title: '',
    status: 404,
    code: 'need.not-found',
    detail: 'It is gone.',
  }
  await page.route(`**/api/needs/${need.id}`, (route) =>
    route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(missing) }),
  )
  await ines.does(closeNeed, { params: { needId: need.id } })
  await page
    .getByRole('heading', { level: 1, name: 'Zeroing a torque transducer' })
    .waitFor({ state: 'detached' })
})

test('a page whose file cannot be fetched says so in its place, the others are there, and it comes when it can', async () => {
  const { page } = await board()
  const file = '**/assets/learn.page-*.js'
  await page.goto(paths.ask)
  await page.getByRole('link', { name: 'Zeroing a torque transducer' }).waitFor()
  await page.route(file, (route) => route.abort())
  const link = page.getByRole('navigation').getByRole('link', { name: 'Learn' }).first()
  await link.click()
  const retry = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await retry.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.goBack()
  await page.getByRole('link', { name: 'Zeroing a torque transducer' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await link.click()
  await retry.waitFor()
  await page.unroute(file)
  await retry.click()
  await page.getByRole('heading', { level: 1, name: 'Learn' }).waitFor()
  expect(takeErrors().join()).toContain('learn.page')
})

test('a page that does not arrive while the server is away comes once it is back', async () => {
  const { page } = await board()
  await page.goto(paths.ask)
  await page.getByRole('link', { name: 'Zeroing a torque transducer' }).waitFor()
  await stopServer()
  const place = (name: string) => page.getByRole('navigation').getByRole('link', { name }).first()
  await place('Impact').click()
  await page.getByRole('heading', { level: 1, name: 'This did not load' }).waitFor()
  expect(await place('Home').isVisible()).toBe(true)
  await startServer()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { level: 1, name: 'From need to impact' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(paths.loop)
  expect(takeErrors().join()).toMatch(/preload CSS|dynamically imported/)
})
