import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { getAcademy } from '#academy/contract.ts'
import en from '#academy/messages/en.json' with { type: 'json' }
import { asked } from '#course/document/question.ts'
import type { Question } from '#course/document/schema.ts'
import learning from '#learning/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { finishCourse, openIn } from '#test/academy-path.ts'
import { blockId, documentOf, published, words } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, link } from './hand.ts'

const { world, window } = openBrowserWorld()

const place = 5
const title = 'Lead a community'

/** Ticks what stands in these lines. */
const choose =
  (...lines: string[]) =>
  async (page: Page) => {
    for (const line of lines) await page.locator('label').filter({ hasText: line }).click()
  }
const write = (label: string, text: string) => (page: Page) => field(page, label).fill(text)
/** Moves each line up to its place, with the button beside it. */
const order =
  (...lines: string[]) =>
  async (page: Page) => {
    const placeOf = async (line: string) =>
      (await page.locator('.learning-order li > span').allTextContents()).indexOf(line)
    for (const [at, line] of lines.entries())
      for (let now = await placeOf(line); now > at; now -= 1) {
        await page.getByRole('button', { name: `Move up: ${line}` }).click()
        await expect.poll(() => placeOf(line)).toBe(now - 1)
      }
  }

/** The course from its first step to its last: what each asks, and what whoever answers it right reads then. */
const steps = [
  {
    name: 'The person in the middle',
    answer: write('Your answer, in lines', '15'),
    says: /^Three times as many/,
  },
  {
    name: 'More questions are good news',
    answer: choose('False'),
    says: /^They may well understand as much as before/,
  },
  {
    name: 'Answer so that others answer',
    answer: choose('Write: “@Malik, you do this every Thursday.'),
    says: /^She gets an answer from practice/,
  },
  {
    name: 'Thank people as if it were a report',
    answer: choose('Your drawing of the pallet', 'You told me on Tuesday'),
    says: /^A deed and what came of it/,
  },
  {
    name: 'Half an hour a week for the house',
    answer: order(
      'Read both needs with their details, to be sure',
      'Move the voices of one over to the other',
      'Write to the author what the course lacks, with the new form',
      'Thank the author once the new version is out',
    ),
    says: /^First sure, then together/,
  },
  {
    name: 'Look for the one after you',
    answer: write('Your answer', 'Nominate'),
    says: /^And the reason that you write there/,
  },
]

/** What is wrong with an answer that sounds kind, and what would have been right. */
async function answerWrong(page: Page): Promise<void> {
  await choose('Answer at once and thoroughly')(page)
  await page.getByRole('button', { name: learning['learning.answer'], exact: true }).click()
  const result = page.getByRole('status').filter({ hasText: learning['learning.wrong'] })
  await result.getByText(/She also learns that questions go to you/).waitFor()
  await result.getByText(/^The answer: Write: “@Malik/).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await button(page, learning['learning.answerAgain']).click()
  await result.waitFor({ state: 'detached' })
}

test('a member plays a whole course of the academy from its first step to its last, a wrong answer among them, and is certified', async () => {
  const org = await world.organization()
  const mei = await org.person('Mei Tanaka', 'leader')
  await openIn(await org.admin())
  await expect.poll(async () => (await mei.does(getAcademy)).state).toBe('open')
  const { path } = await mei.does(getAcademy)
  for (const { courses, place: at } of path) if (at !== place) await finishCourse(mei, courses[0]?.id ?? '')
  await published(org, mei, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  await world.settle()

  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(paths.academy)
  await link(page, `Continue: ${title}`).click()
  for (const [at, { name, answer, says }] of steps.entries()) {
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.getByText(`${at + 1} of ${steps.length}`, { exact: true }).waitFor()
    const goOn = button(page, learning[at === steps.length - 1 ? 'learning.finish' : 'learning.next'])
    expect(await goOn.isDisabled()).toBe(true)
    if (at === 0) {
      const picture = page.getByAltText(/^Two groups of nine people around one/)
      await expect.poll(() => picture.evaluate((one) => Object(one).naturalWidth)).toBeGreaterThan(0)
    }
    if (at === 2) await answerWrong(page)
    await answer(page)
    await page.getByRole('button', { name: learning['learning.answer'], exact: true }).click()
    await page.getByText(says).waitFor()
    await goOn.click()
  }
  await page.getByRole('dialog', { name: learning['learning.done'] }).waitFor()
  await page.goto(paths.academy)
  await page.getByText(en['academy.path.trained']).waitFor()
  await page.getByText(/^Awarded on /).waitFor()
  expect((await mei.does(getAcademy)).path.every(({ done }) => done)).toBe(true)
})

/** A question for an order, whose lines stand in the right one by chance as it is asked. */
function ordered(): Extract<Question, { kind: 'ordering' }> {
  const about = { id: blockId('o1'), kind: 'ordering' as const, prompt: 'What comes first?', points: 1 }
  const lines = ['i1', 'i2', 'i3'].map((id) => ({ id: blockId(id), text: `Line ${id}` }))
  const question = { ...about, items: lines, feedback: { right: 'So it is.', wrong: 'Not so.' } }
  return { ...question, items: asked(question).choices }
}

test('what is to be ordered and stands right already is answered as it stands', async () => {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes', 'leader'), await org.person('Mei Tanaka')]
  const courseId = await published(org, dana, documentOf({ s1: [{ type: 'question', attrs: ordered() }] }))
  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(linkTo(paths.player, { courseId, stepId: blockId('s1') }))
  await page.getByRole('button', { name: learning['learning.answer'], exact: true }).click()
  await page.getByText('So it is.').waitFor()
})
