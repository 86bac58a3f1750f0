import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as campaigns from '#campaigns/campaign.contract.ts'
import { getCampaignReport } from '#campaigns/report.contract.ts'
import { setCampaignSettings } from '#campaigns/settings.contract.ts'
import feed from '#feed/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { bodyOf, campaignOf, launched, step } from '#test/campaign.ts'
import { openBrowserWorld } from './browser.ts'
import { button, field, link, mouse } from './hand.ts'
import { calm, en, launch, looksRight } from './planning.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const wide = { ...calm, viewport: { width: 1280, height: 800 } }
const stands = (page: Page, state: 'draft' | 'asked' | 'running' | 'paused' | 'ended') =>
  page.getByText(en[`campaigns.state.${state}`], { exact: true }).waitFor()
const partOf = (page: Page, part: 'plan' | 'preview' | 'results') =>
  mouse.press(page.getByRole('tab', { name: en[`campaigns.part.${part}`] }))
const text = (page: Page) => field(page, en['campaigns.words.text'])

/** The mail as somebody would get it, in the preview of an administrator. */
async function previewedAs(page: Page, name: string) {
  await partOf(page, 'preview')
  await page.getByRole('combobox', { name: en['campaigns.preview.member'] }).fill(name)
  await mouse.choose(page.getByRole('option', { name: new RegExp(name) }))
  return page.frameLocator(`iframe[title="${en['campaigns.preview.mail']}"]`)
}

test('where somebody else has to agree, they are asked, see it as others will, send it back with a word, and agree to what was mended', async () => {
  const org = await world.organization()
  const [admin, bo, mei] = [
    await org.admin(),
    await org.person('Bo Second', 'admin'),
    await org.person('Mei Tanaka'),
  ]
  await speaks(mei, 'fr')
  const terms = { capTimes: 2, capDays: 7, countsOpens: true, needsApproval: true }
  await admin.does(setCampaignSettings, { body: terms })
  const said = {
    en: { subject: 'Who asks you?', text: 'Hello {{name}}, show it.' },
    fr: { subject: 'Qui vous demande ?', text: 'Bonjour {{name}}, montrez-le.' },
  }
  const { id } = await campaignOf(admin, org.root, bodyOf([step('why', { variants: [said] })]))
  const [ada, other] = [await window(admin, wide), await window(bo, wide)]
  await ada.goto(linkTo(paths.campaign, { campaignId: id }))
  await mouse.press(button(ada, en['campaigns.ask']))
  await ada.getByText('Ada Winter asked for agreement to launch.').waitFor()
  await stands(ada, 'asked')
  expect([await launch(ada).count(), await ada.getByRole('textbox', { disabled: false }).count()]).toEqual([
    0, 0,
  ])
  await button(ada, en['campaigns.takeBack']).waitFor()
  await looksRight(ada)

  await other.goto(paths.home)
  await other.getByText('Ada Winter asks you to agree to the campaign “Call for leaders”').waitFor()
  await mouse.press(link(other, feed['feed.campaign.look']))
  await other.getByText('Ada Winter asked for agreement to launch.').waitFor()
  await (await previewedAs(other, 'Mei Tanaka')).getByText('Bonjour Mei Tanaka, montrez-le.').waitFor()
  await looksRight(other)
  await mouse.press(button(other, en['campaigns.sendBack']))
  const dialog = other.getByRole('dialog')
  await looksRight(other)
  await mouse.press(dialog.getByRole('button', { name: en['campaigns.sendBack'] }))
  await dialog.getByText('is missing', { exact: false }).waitFor()
  await field(other, en['campaigns.sendBackTitle']).fill('Say who pays the hours.')
  await mouse.press(dialog.getByRole('button', { name: en['campaigns.sendBack'] }))
  await stands(other, 'draft')

  // She reads it where she is, mends it, and asks again before it is kept.
  await ada.getByText('Bo Second sent it back: Say who pays the hours.').waitFor()
  await looksRight(ada)
  await text(ada).fill('Hello {{name}}, show it: the plant pays the hours.')
  await mouse.press(button(ada, en['campaigns.ask']))
  await stands(ada, 'asked')

  const shown = await previewedAs(other, 'Ada Winter')
  await shown.getByText('Hello Ada Winter, show it: the plant pays the hours.').waitFor()
  await mouse.press(button(other, en['campaigns.agree']))
  await looksRight(other)
  await mouse.press(other.getByRole('alertdialog').getByRole('button', { name: en['campaigns.agree'] }))
  for (const page of [other, ada]) await stands(page, 'running')
  expect(await org.facts('campaign.launched')).toMatchObject([{ campaignId: id, askedBy: admin.id }])
  const params = { campaignId: id }
  await expect.poll(async () => (await admin.does(getCampaignReport, { params })).reached).toBe(3)
})

const done = async (page: Page, action: keyof typeof en, said: string) => {
  await mouse.press(button(page, en['campaigns.more']))
  await mouse.press(page.getByRole('menuitem', { name: en[action], exact: true }))
  await page.getByText(said, { exact: true }).waitFor()
}

test('a campaign is paused, mended, goes on and ends; it is kept for the next one, put aside and brought back', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const steps = [step('why', { channel: 'feed' }), step('more', { after: 'why', days: 5 })]
  const { id } = await launched(admin, org.root, bodyOf(steps), 'Who shares?')
  const address = linkTo(paths.campaign, { campaignId: id })
  const page = await window(admin, wide)
  await page.goto(address)
  await mouse.press(button(page, en['campaigns.pause']))
  await stands(page, 'paused')
  await partOf(page, 'plan')
  await page.getByText(en['campaigns.wordsOnly']).waitFor()
  await button(page, en['campaigns.condition.add']).waitFor({ state: 'detached' })
  expect(await field(page, en['campaigns.runs']).isDisabled()).toBe(true)
  await looksRight(page)

  // Not with a hole in it.
  await text(page).fill('')
  await page.getByText('Step 1 has a text that is still empty.').waitFor()
  await mouse.press(button(page, en['campaigns.resume']))
  await page.getByText(`${en['campaigns.notSaved']}: ${en['problem.campaign.not-ready']}`).waitFor()
  await stands(page, 'paused')
  await text(page).fill('Hello {{name}}, it goes on like this.')
  await mouse.press(button(page, en['campaigns.resume']))
  await stands(page, 'running')
  await page.getByText('Hello {{name}}, it goes on like this.').waitFor()

  await mouse.press(button(page, en['campaigns.more']))
  await mouse.press(page.getByRole('menuitem', { name: en['campaigns.end'] }))
  await looksRight(page)
  await mouse.press(page.getByRole('alertdialog').getByRole('button', { name: en['campaigns.end'] }))
  await stands(page, 'ended')

  await done(page, 'campaigns.keep', en['campaigns.kept'])
  await page.goto(paths.campaigns)
  await page.getByText('Kept by Northwind Gauges').waitFor()
  await looksRight(page)
  await mouse.press(button(page, 'Begin with “Who shares?”'))
  await field(page, en['campaigns.name']).fill('Who shares this year?')
  await mouse.press(page.getByRole('button', { name: en['campaigns.beginGo'], exact: true }))
  await page.getByRole('heading', { name: 'Who shares this year?', level: 1 }).waitFor()
  expect(await text(page).inputValue()).toBe('Hello {{name}}, it goes on like this.')
  const [begun, first] = (await admin.does(campaigns.listCampaigns)).items
  expect([begun?.name, first?.name]).toEqual(['Who shares this year?', 'Who shares?'])

  await page.goto(address)
  await done(page, 'campaigns.archive', '“Who shares?” was put aside')
  await mouse.press(link(page, en['campaigns.title']))
  await page.getByRole('list', { name: en['campaigns.title'] }).waitFor()
  expect(await link(page, /^Who shares\?/).count()).toBe(0)
  await mouse.press(page.getByText(en['campaigns.aside'], { exact: true }))
  await mouse.press(link(page, /^Who shares\?/))
  await done(page, 'campaigns.restore', '“Who shares?” is back')
  await done(page, 'campaigns.keepNot', en['campaigns.keptNot'])
  await page.goto(paths.campaigns)
  await link(page, /^Who shares\?/).waitFor()
  await button(page, /Begin with “Call for leaders/).waitFor()
  expect(await page.getByText('Kept by Northwind Gauges').count()).toBe(0)
})
