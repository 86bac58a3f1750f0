import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import texts from '#course/messages/en.json' with { type: 'json' }
import { button, field, link } from '../hand.ts'
import { type Cast, goHome, newsOf, type Player } from './cast.ts'
import type { Story } from './story.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the step' })
const saved = (page: Page) => page.locator('.editor-saved[data-state="saved"]').waitFor()

/** Tomas takes the need on and writes; what is written is there again when the window is loaded anew. */
export async function write({ tomas }: Cast, story: Story, needPath: string): Promise<void> {
  const { page, press } = tomas
  await page.goto(needPath)
  await press(button(page, 'I will teach this'))
  await press(link(page, 'Make the course'))
  await writeCourse(tomas, story)
}

/** Writes a course of two steps, from the page on which one begins it. */
export async function writeCourse(player: Player, story: Story): Promise<void> {
  const { page, press } = player
  await field(page, 'Title').fill(story.course)
  await field(page, texts['course.new.objective']).fill(story.objective)
  await press(button(page, 'Start writing'))
  await field(page, 'Title of the step').fill(story.firstStep)
  await press(text(page))
  await page.keyboard.type(story.text)
  await page.keyboard.press('Enter')
  await addQuestion(player, story)
  await addStep(player)
  await expect.poll(() => field(page, 'Title of the step').inputValue()).toBe('New step')
  await field(page, 'Title of the step').fill(story.lastStep)
  await press(text(page))
  await page.keyboard.insertText(story.end)
  await saved(page)
  await page.reload()
  await page.getByText(story.text).waitFor()
}

/** A question with a short answer, from the menu at a slash. */
async function addQuestion({ page }: Player, story: Story): Promise<void> {
  await page.keyboard.type('/short')
  await page.getByRole('option', { name: /^Short answer/ }).waitFor()
  await page.keyboard.press('Enter')
  const question = page.getByRole('group', { name: 'Short answer' })
  await question.getByRole('textbox', { name: 'The question' }).fill(story.question)
  await question.getByRole('textbox', { name: 'Accepted answers' }).fill(story.right)
  await question.getByRole('textbox', { name: 'Said when right' }).fill(story.told)
}

/** On a phone the steps are behind a button. */
async function addStep({ page, press }: Player): Promise<void> {
  const [add, steps] = [button(page, 'Add a step'), button(page, /^Step 1 of 1/)]
  await add.or(steps).first().waitFor()
  if (!(await add.isVisible())) await press(steps)
  await press(add)
}

/** Asks Priya, and nobody else, to look. */
export async function askPriya({ page, press }: Player): Promise<void> {
  await press(button(page, /^Ask for/))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Priya Nair/ }).waitFor()
  for (const peer of await dialog.locator('label', { has: page.getByRole('checkbox') }).all()) {
    const isPriya = (await peer.textContent())?.includes('Priya Nair')
    if ((await peer.getByRole('checkbox').isChecked()) !== isPriya) await press(peer)
  }
  await press(dialog.getByRole('button', { name: 'Ask Priya Nair to review' }))
  await dialog.waitFor({ state: 'detached' })
}

/** Priya finds something and sends it back; Tomas mends it and asks again; Priya sees what changed and approves. */
export async function validate({ tomas, priya }: Cast, story: Story): Promise<void> {
  await askPriya(tomas)
  await goHome(priya)
  await priya.press(link(priya.page, `Review “${story.course}”`))
  await priya.page.getByText(story.text).waitFor()
  await priya.press(button(priya.page, 'Comment on this passage'))
  await priya.page.getByText(`on “${story.text}”`).waitFor()
  await field(priya.page, 'What is wrong, and why?').fill(story.finding)
  await priya.press(button(priya.page, 'Add the finding'))
  await priya.page.getByText('You made one finding in this round.').waitFor()
  await judge(priya, 'Request changes', 'Send back to Tomas Lindqvist')

  await mend(tomas, story)
  await askPriya(tomas)
  await goHome(priya)
  await priya.press(link(priya.page, `Review “${story.course}”`))
  await priya.page.getByText('Round 2').waitFor()
  await priya.page.getByText(story.mended).waitFor()
  await priya.page
    .getByText(/^(changed|new)$/)
    .first()
    .waitFor()
  await judge(priya, 'Approve', 'Approve it')
}

/** Gives a verdict on what is open. */
export async function judge({ page, press }: Player, verdict: string, send: string): Promise<void> {
  await press(button(page, verdict))
  await press(page.getByRole('dialog').getByRole('button', { name: send }))
  await page.waitForURL('**/create/reviews')
}

/** Tomas hears of it at home, accepts the finding and writes what was missing. */
async function mend(tomas: Player, story: Story): Promise<void> {
  const { page, press } = tomas
  await goHome(tomas)
  const news = await newsOf(tomas, 'Priya Nair asks for changes in your course')
  await press(news.getByRole('link'))
  const findings = button(page, 'One finding to settle')
  await findings.waitFor()
  if ((await findings.getAttribute('aria-expanded')) !== 'true') await press(findings)
  await page.getByText(story.finding).waitFor()
  await press(page.getByRole('button', { name: 'Accept', exact: true }))
  await page.getByText('Accepted', { exact: true }).waitFor()
  await press(text(page).locator(':scope > p').last())
  await page.keyboard.insertText(story.mended)
  await saved(page)
}
