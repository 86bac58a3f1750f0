import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as campaigns from '#campaigns/campaign.contract.ts'
import { paths } from '#paths'
import ui from '#ui/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { button, field } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'
import { calm, counts, en, isKept, labIn, launch, looksRight, select, variant } from './planning.ts'
import { settled } from './settled.ts'

const { world, window } = openBrowserWorld()

/** Opens a list with its key, goes to a line by its first letters and takes it. */
async function choose(page: Page, select: Locator, line: string): Promise<void> {
  await enterOn(page, select)
  const option = page.getByRole('option', { name: line, exact: true })
  await option.waitFor()
  await page.keyboard.type(line)
  await option.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await option.waitFor({ state: 'detached' })
}

/** Writes over what stands in a field. */
async function writeOver(page: Page, place: Locator, words: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

async function addCondition(page: Page, kind: string, label: string, words: string): Promise<void> {
  await enterOn(page, button(page, en['campaigns.condition.add']))
  const dialog = page.getByRole('dialog')
  await choose(page, select(dialog, en['campaigns.condition.kind']), kind)
  await looksRight(page)
  await writeOver(page, dialog.getByRole('textbox', { name: label }), words)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** Whom: of one group, by two conditions of which one is enough. */
async function chooseAudience(page: Page): Promise<void> {
  await counts(page, '5 people now', 'Ada Winter', 'Ines Duarte', 'Kofi Mensah', 'Mei Tanaka', 'Otto Berg')
  await tabTo(page, page.getByRole('combobox', { name: en['campaigns.groups'] }))
  // The page goes to where the focus is first, at which a list closes.
  await settled(page)
  await page.keyboard.type('Lab')
  await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['Lab'])
  await page.keyboard.press('ArrowDown')
  await page.locator('[role=option][data-focused]').waitFor()
  await page.keyboard.press('Enter')
  await counts(page, '3 people now', 'Ines Duarte', 'Kofi Mensah', 'Mei Tanaka')
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: 'Lab' }).waitFor()
  await addCondition(page, en['campaigns.condition.is.title'], en['campaigns.condition.words'], 'torque')
  await counts(page, '1 person now', 'Mei Tanaka')
  await addCondition(page, en['campaigns.condition.is.completed'], en['campaigns.condition.days'], '30')
  await counts(page, 'Nobody now')
  await tabTo(page, page.getByRole('radio', { name: en['campaigns.match.all'] }), 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await counts(page, '2 people now', 'Kofi Mensah', 'Mei Tanaka')
}

const said = {
  a: {
    en: ['Who asks you?', 'Hello {{name}}, who asks you?'],
    fr: ['Qui vous demande ?', 'Bonjour {{name}}.'],
  },
  b: { en: ['What do you show?', 'Hello {{name}}, show it.'], fr: ['Que montrez-vous ?', 'Montrez-le.'] },
} as const

async function say(
  page: Page,
  within: Locator,
  [subject, text]: readonly [string, string],
  title = en['campaigns.words.subject'],
) {
  await writeOver(page, within.getByRole('textbox', { name: title }), subject)
  await writeOver(page, within.getByRole('textbox', { name: en['campaigns.words.text'] }), text)
}

/** The first step: a mail of two texts, each in both languages. */
async function writeMail(page: Page): Promise<void> {
  await enterOn(page, button(page, en['campaigns.step.add']))
  const card = page.getByRole('article').first()
  await page.getByText('Step 1 has a text that is still empty.').waitFor()
  await say(page, card, said.a.en)
  await page.getByText(en['campaigns.lacks']).waitFor({ state: 'detached' })
  await enterOn(page, card.getByRole('button', { name: en['campaigns.variant.add'] }))
  await say(page, variant(card, 'B'), said.b.en)
  await tabTo(page, card.getByRole('radio', { name: en['campaigns.words.en'] }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await say(page, variant(card, 'A'), said.a.fr)
  await say(page, variant(card, 'B'), said.b.fr)
  await looksRight(page)
}

/** The second: a post, five days later, to those who have not answered. */
async function writePost(page: Page): Promise<void> {
  await enterOn(page, button(page, en['campaigns.step.add']))
  const card = page.getByRole('article').nth(1)
  await say(page, card, ['Still there', 'Hello {{name}}, it is not too late.'])
  await writeOver(page, card.getByRole('textbox', { name: en['campaigns.step.days'] }), '5')
  await choose(page, select(card, en['campaigns.step.channel']), en['campaigns.channel.feed'])
  await choose(page, select(card, en['campaigns.step.if']), en['campaigns.step.to.unanswered'])
  await tabTo(page, card.getByRole('checkbox', { name: en['campaigns.call.nominate'] }))
  await page.keyboard.press('Space')
  await choose(page, select(card, en['campaigns.step.link']), en['campaigns.link.experts'])
  await card.getByText('5 days after step 1, to those who have not answered').waitFor()
  await looksRight(page)
}

/** When: not between seven in the evening and eight, at weekends too, for 45 days. */
async function chooseHours(page: Page): Promise<void> {
  await choose(page, select(page, en['campaigns.quiet.from']), '7:00 PM')
  await tabTo(page, page.getByRole('switch', { name: en['campaigns.quiet.weekends'] }))
  await page.keyboard.press('Space')
  await writeOver(page, field(page, en['campaigns.runs']), '45')
}

const undo = async (page: Page) => {
  // F6 leads to what was just said, once it is.
  await button(page, ui['ui.undo']).waitFor()
  await page.keyboard.press('F6')
  await enterOn(page, button(page, ui['ui.undo']))
}

/** Takes a text out and a step, and has both back; what is written meanwhile stays written. */
async function takeBack(page: Page): Promise<void> {
  const card = page.getByRole('article').first()
  await enterOn(page, card.getByRole('button', { name: 'Take out text A' }))
  await variant(card, 'A').waitFor({ state: 'detached' })
  await undo(page)
  await variant(card, 'A').waitFor()
  await enterOn(page, card.getByRole('button', { name: en['campaigns.step.remove'] }))
  await page.getByText('5 days after the launch').waitFor()
  await writeOver(page, field(page, en['campaigns.name']), 'Who shares with us?')
  await undo(page)
  await page.getByText('5 days after step 1').waitFor()
}

/** The plan as it is to be kept. */
const planned = (lab: string) => ({
  audience: {
    ...{ groupIds: [lab], match: 'any' },
    conditions: [
      { is: 'title', has: 'torque', not: false },
      { is: 'completed', days: 30, not: false },
    ],
  },
  quiet: { from: 19, until: 8, weekends: false },
  days: 45,
  steps: [
    {
      ...{ id: 'step-1', after: null, days: 0, if: 'everyone', channel: 'mail' },
      calls: ['interested', 'nominate', 'later', 'no'],
      variants: [kept(said.a), kept(said.b)],
    },
    {
      ...{ id: 'step-2', after: 'step-1', days: 5, if: 'unanswered', channel: 'feed', link: 'experts' },
      calls: ['interested', 'later', 'no'],
      variants: [{ en: { subject: 'Still there', text: 'Hello {{name}}, it is not too late.' } }],
    },
  ],
})
const kept = ({ en: [subject, text], fr: [sujet, texte] }: (typeof said)['a' | 'b']) => ({
  ...{ en: { subject, text }, fr: { subject: sujet, text: texte } },
})

test('by keyboard alone a campaign is planned from nothing, kept as one writes, and launched once nothing is lacking', async () => {
  const { lab, admin } = await labIn(world)
  const page = await window(admin, { ...calm, viewport: { width: 1280, height: 800 } })
  await page.goto(paths.campaigns)
  await enterOn(page, button(page, en['campaigns.new']))
  await looksRight(page)
  await typeInto(page, field(page, en['campaigns.name']), 'Who shares?')
  await page.keyboard.press('Enter')
  await page.getByText(en['campaigns.lack.no-steps']).waitFor()
  expect(await launch(page).count()).toBe(0)
  await looksRight(page)
  await chooseAudience(page)
  await looksRight(page)
  await writeMail(page)
  await writePost(page)
  await chooseHours(page)
  await takeBack(page)
  await isKept(page)
  await page.reload()
  await counts(page, '2 people now', 'Kofi Mensah', 'Mei Tanaka')
  const { items } = await admin.does(campaigns.listCampaigns)
  const params = { campaignId: items[0]?.id ?? '' }
  const kept = await admin.does(campaigns.getCampaign, { params })
  expect(kept).toMatchObject({ name: 'Who shares with us?', lacks: [], body: planned(lab) })
  const reopened = page.getByRole('article').first()
  expect(await variant(reopened, 'B').getByRole('textbox').first().inputValue()).toBe(said.b.en[0])
  await looksRight(page)
  await enterOn(page, launch(page))
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('It speaks to 2 people', { exact: false }).waitFor()
  await looksRight(page)
  await enterOn(page, dialog.getByRole('button', { name: en['campaigns.launch'] }))
  await page.getByText(en['campaigns.state.running'], { exact: true }).waitFor()
  await page.getByText(en['campaigns.standsNow']).waitFor()
  await looksRight(page)
})
