import { paths } from '#paths'
import { button, field, link } from '../hand.ts'
import { type Cast, goHome, newsOf, type Player } from './cast.ts'
import type { Story } from './story.ts'

/** Tomas reads who thanked him for what, who learned what, and where they stopped. */
export async function lookBack({ tomas }: Cast, story: Story): Promise<void> {
  const { page, press } = tomas
  await press(button(page, 'Leave the course'))
  await goHome(tomas)
  const thanks = await newsOf(tomas, 'Ola Berg thanked you')
  await thanks.getByText(story.thanks).waitFor()
  await press(thanks.getByRole('link', { name: story.course }))
  await press(link(page, 'Who learned it'))
  await page.getByText('1 of 2 came to the end.').waitFor()
  await page.getByRole('row', { name: /^Ola Berg.*Finished/ }).waitFor()
  await page
    .getByRole('row', { name: new RegExp(`^Ines Duarte.*${story.lastStep}.*1 of 2 steps done`) })
    .waitFor()
  const stops = page.getByRole('table', { name: 'Where they stopped' })
  await stops.getByRole('row', { name: new RegExp(`^${story.lastStep}.*1$`) }).waitFor()
  const answers = page.getByRole('table', { name: 'How they answered' })
  await answers.getByRole('row', { name: /2\D+50%$/ }).waitFor()
}

/** Ines sees how far her need went, and says the next one: it knows who knows, and why. */
export async function goRound({ ines: { page, press } }: Cast, story: Story): Promise<void> {
  await page.goto(paths.loop)
  await page.getByRole('link', { name: /1 Validated/ }).waitFor()
  await press(page.getByRole('link', { name: /1 Recognized/ }))
  await link(page, story.need).waitFor()
  await page.goto(paths.raiseNeed)
  await field(page, 'In one sentence').fill(story.nextNeed)
  await press(button(page, 'Ask everyone'))
  await page.getByRole('heading', { level: 1, name: story.nextNeed }).waitFor()
  await page.getByRole('heading', { name: 'Who probably knows' }).waitFor()
  await link(page, 'Tomas Lindqvist').waitFor()
  await link(page, `made the course “${story.course}”`).waitFor()
}

/** Types into the search, opening it first; gives the window in which the hits stand. */
export async function search({ page, press }: Player, words: string) {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  if (!(await dialog.isVisible())) await press(page.locator('.app-search'))
  await dialog.getByRole('searchbox').fill(words)
  return dialog
}

/** Priya finds the course by words that are spelt wrongly. */
export async function find({ priya }: Cast, story: Story): Promise<void> {
  const hits = await search(priya, story.typos)
  await priya.press(hits.getByRole('link', { name: new RegExp(story.course) }).first())
  await priya.page.getByRole('heading', { level: 1, name: story.course }).waitFor()
}
