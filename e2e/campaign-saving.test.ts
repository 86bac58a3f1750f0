import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import * as campaigns from '#campaigns/campaign.contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { field, link } from './hand.ts'
import { calm, en } from './planning.ts'

const { world, window } = openBrowserWorld()

/** A campaign that is being planned, open in a window; and its name as it is kept. */
async function planning() {
  const org = await world.organization()
  const admin = await org.admin()
  const { id } = await admin.does(campaigns.makeCampaign, { body: { name: 'Ours', groupId: org.root } })
  const params = { campaignId: id }
  const page = await window(admin, calm)
  await page.goto(linkTo(paths.campaign, params))
  await page.getByText(en['campaigns.saved'], { exact: true }).waitFor()
  const name = async () => (await admin.does(campaigns.getCampaign, { params })).name
  return { page, name, api: `**/api/campaigns/${id}` }
}

const write = (page: Page, name: string) => field(page, en['campaigns.name']).fill(name)

test('what is written while the page reads anew after a saving is saved without waiting for that', async () => {
  const { page, name, api } = await planning()
  await page.getByText('1 person now').waitFor()
  const asked = Promise.withResolvers<void>()
  // It is never answered.
  await page.route(`${api}/audience`, () => asked.resolve())
  await write(page, 'Ours, all of us')
  await asked.promise
  await expect.poll(name).toBe('Ours, all of us')
  await write(page, 'Ours, and nobody else’s')
  await expect.poll(name).toBe('Ours, and nobody else’s')
  await page.getByText(en['campaigns.saved'], { exact: true }).waitFor()
})

test('what is written during a saving is saved after it, though the page is left by then', async () => {
  const { page, name, api } = await planning()
  const saving = Promise.withResolvers<Route>()
  let saves = 0
  await page.route(api, (route) => {
    if (route.request().method() === 'GET' || saves++ > 0) return route.continue()
    saving.resolve(route)
  })
  await write(page, 'Ours, all of us')
  const held = await saving.promise
  await write(page, 'Ours, and nobody else’s')
  await link(page, en['campaigns.title']).click()
  await page.getByRole('heading', { level: 1, name: en['campaigns.title'] }).waitFor()
  await held.continue()
  await expect.poll(name).toBe('Ours, and nobody else’s')
})
