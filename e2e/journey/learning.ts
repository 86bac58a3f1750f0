import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { button, field, link } from '../hand.ts'
import { type Cast, goHome, newsOf, type Player } from './cast.ts'
import type { Story } from './story.ts'

/** Who voiced the need hears at home that it is met, and opens the course; neither page nor server says an answer. */
async function open(player: Player, story: Story): Promise<void> {
  const { page, press } = player
  await goHome(player)
  const news = await newsOf(player, 'made a course for a need you voiced')
  await press(news.getByRole('link', { name: new RegExp(story.course) }))
  await page.getByRole('heading', { level: 1, name: story.course }).waitFor()
  const lesson = page.waitForResponse((one) => /\/api\/courses\/[^/]+\/steps\/[^/]+$/.test(one.url()))
  await press(link(page, 'Start'))
  const sent = await (await lesson).text()
  await page.getByText(story.question).waitFor()
  for (const answer of [story.right, story.told]) {
    expect(sent).not.toContain(answer)
    expect(await page.content()).not.toContain(answer)
  }
}

async function answer({ page, press }: Player, words: string): Promise<void> {
  await field(page, 'Your answer').fill(words)
  await press(page.getByRole('button', { name: 'Answer', exact: true }).first())
}

/** Ola answers rightly, says something about a passage, and is answered by Tomas while his window is open. */
export async function talk({ ola, tomas }: Cast, story: Story): Promise<void> {
  const { page, press } = ola
  await open(ola, story)
  await answer(ola, story.right)
  await page.getByText(story.told).waitFor()
  await press(button(page, 'Say something about this passage'))
  await ola.choose(page.getByRole('menuitem', { name: 'Say something about it' }))
  await page.getByText(`About: ${story.text}`).waitFor()
  await field(page, 'Ask or add something').fill(story.remark)
  await press(button(page, 'Send'))
  await thread(ola, story).waitFor()

  await goHome(tomas)
  await tomas.press((await newsOf(tomas, 'Ola Berg said something')).getByRole('link'))
  await tomas.press(thread(tomas, story).getByRole('button', { name: 'Answer', exact: true }))
  await thread(tomas, story).getByRole('textbox', { name: 'Answer Ola Berg' }).fill(story.reply)
  await tomas.press(thread(tomas, story).getByRole('button', { name: 'Send' }))
  await thread(ola, story).getByText(story.reply).waitFor()
}

const thread = ({ page }: Player, story: Story): Locator =>
  page.locator('.learning-thread').filter({ hasText: story.remark })

/** Ola goes to the end, says that it was useful, and thanks Tomas for something. */
export async function finish({ ola: { page, press } }: Cast, story: Story): Promise<void> {
  await press(page.getByRole('button', { name: 'Next', exact: true }))
  await page.getByText(story.end).waitFor()
  const useful = page.getByRole('button', { name: /^Useful/ })
  await press(useful)
  await expect.poll(() => useful.getAttribute('aria-pressed')).toBe('true')
  await press(button(page, 'Finish the course'))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Thank Tomas Lindqvist' }))
  await field(page, 'What for?').fill(story.thanks)
  await press(button(page, 'Thank them'))
  await page.getByText('Tomas Lindqvist will be glad.').waitFor()
}

/** Ines answers wrongly, goes on, and stops at the last step; Home says where to go on. Gives the course's address. */
export async function stop({ ines }: Cast, story: Story): Promise<string> {
  const { page, press } = ines
  await open(ines, story)
  await answer(ines, story.wrong)
  await page.getByText('Not yet').waitFor()
  await page.getByText(`The answer: ${story.right}`).waitFor()
  await press(page.getByRole('button', { name: 'Next', exact: true }))
  await page.getByText(story.end).waitFor()
  await press(button(page, 'Leave the course'))
  await page.waitForURL(/\/courses\/[^/]+$/)
  const { pathname } = new URL(page.url())
  await goHome(ines)
  await page.getByText('Step 2 of 2, by Tomas Lindqvist').waitFor()
  return pathname
}
