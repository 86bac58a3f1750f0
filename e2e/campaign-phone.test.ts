import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as campaigns from '#campaigns/campaign.contract.ts'
import { paths } from '#paths'
import ui from '#ui/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { smallTargets } from './faults.ts'
import { button, field, finger } from './hand.ts'
import { calm, counts, en, labIn, launch, looksRight, select, variant } from './planning.ts'

const { world, window } = openBrowserWorld()

const fits = async (page: Page) => {
  await looksRight(page)
  expect(await smallTargets(page)).toEqual([])
}

async function choose(page: Page, label: string, line: string): Promise<void> {
  await finger.press(select(page, label))
  await finger.choose(page.getByRole('option', { name: line, exact: true }))
  await page.getByRole('option').first().waitFor({ state: 'detached' })
}

/** Whom: a group and a role, each taken out again. */
async function chooseAudience(page: Page): Promise<void> {
  await finger.press(page.getByRole('combobox', { name: en['campaigns.groups'] }))
  await finger.choose(page.getByRole('option', { name: 'Lab' }))
  await counts(page, '3 people now', 'Ines Duarte', 'Kofi Mensah', 'Mei Tanaka')
  await page.keyboard.press('Escape')
  await finger.press(button(page, en['campaigns.condition.add']))
  const dialog = page.getByRole('dialog')
  await fits(page)
  const leaders = dialog.locator('label', {
    has: page.getByRole('checkbox', { name: en['campaigns.role.leader'] }),
  })
  await finger.press(leaders)
  await finger.press(dialog.getByRole('button', { name: en['campaigns.condition.done'] }))
  await dialog.getByText(en['campaigns.condition.needed']).waitFor()
  await finger.press(leaders)
  await finger.press(dialog.getByRole('button', { name: en['campaigns.condition.done'] }))
  await page.getByText('is Leader', { exact: true }).waitFor()
  await counts(page, 'Nobody now')
  await fits(page)
  await finger.press(button(page, 'Remove Lab'))
  await counts(page, '1 person now', 'Otto Berg')
  await finger.press(button(page, 'Take out: is Leader'))
  await counts(page, '5 people now')
}

test('on a phone in the dark a campaign is planned with a finger, and what is taken out by mistake comes back', async () => {
  const { admin } = await labIn(world)
  const page = await window(admin, { ...finger.window, ...calm, colorScheme: 'dark' })
  await page.goto(paths.campaigns)
  await fits(page)
  await finger.press(button(page, en['campaigns.new']))
  await field(page, en['campaigns.name']).fill('Who shares?')
  await fits(page)
  await finger.press(page.getByRole('button', { name: en['campaigns.beginGo'], exact: true }))
  await page.getByText(en['campaigns.lack.no-steps']).waitFor()
  await chooseAudience(page)

  await finger.press(button(page, en['campaigns.step.add']))
  const card = page.getByRole('article')
  await page.getByText('Step 1 has a text that is still empty.').waitFor()
  await page.getByText('Step 1 has a text without a subject or title.').waitFor()
  await choose(page, en['campaigns.step.channel'], en['campaigns.channel.feed'])
  await card.getByRole('textbox', { name: en['campaigns.words.title'] }).fill('Who asks you?')
  await card.getByRole('textbox', { name: en['campaigns.words.text'] }).fill('Hello {{name}}.')
  await finger.press(button(page, en['campaigns.variant.add']))
  await variant(card, 'B').getByRole('textbox', { name: en['campaigns.words.title'] }).fill('Who helps you?')
  await fits(page)
  await finger.press(button(page, 'Take out text B'))
  await variant(card, 'B').waitFor({ state: 'detached' })
  await finger.press(button(page, en['campaigns.step.remove']))
  await card.waitFor({ state: 'detached' })
  await page.getByText(en['campaigns.lack.no-steps']).waitFor()
  // Of the text that went with the step nothing is offered any more.
  await expect.poll(() => page.getByRole('button', { name: ui['ui.undo'] }).count()).toBe(1)
  await finger.press(button(page, ui['ui.undo']))
  await page.getByText(en['campaigns.lacks']).waitFor({ state: 'detached' })

  await finger.press(launch(page))
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('It speaks to 5 people', { exact: false }).waitFor()
  await fits(page)
  await finger.press(dialog.getByRole('button', { name: en['campaigns.launch'] }))
  await page.getByText(en['campaigns.state.running'], { exact: true }).waitFor()
  await fits(page)
  const { items } = await admin.does(campaigns.listCampaigns)
  const params = { campaignId: items[0]?.id ?? '' }
  const said = { en: { subject: 'Who asks you?', text: 'Hello {{name}}.' } }
  expect((await admin.does(campaigns.getCampaign, { params })).body.steps).toMatchObject([
    { id: 'step-1', channel: 'feed', variants: [said] },
  ])
})
