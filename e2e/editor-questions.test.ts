import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Question } from '#course/document/schema.ts'
import type { Person } from '#test/organization.ts'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, goToEnd, openDesk, state } from './desk.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { speaks } from './tongue.ts'

const browser = openBrowserWorld()
const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true }

async function insert(page: Page, words: string): Promise<void> {
  await goToEnd(page)
  await page.keyboard.type(`/${words}`)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const questionOf = async (author: Person, params: { courseId: string }) => {
  const found = (await blocksOf(author, params)).find(({ type }) => type === 'question')
  return found?.attrs as Question | undefined
}

test('each option says something of its own to who chooses it, on a phone and by keyboard', async () => {
  const { author, params, page } = await openDesk(browser, phone)
  await insert(page, 'several')
  await field(page, 'The question').fill('What shifts a zero?')
  await field(page, 'Option 1').fill('Heat')
  await field(page, 'Option 2').fill('Its colour')
  const say = button(page, 'Say something to who chooses option 2')
  await say.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Paint weighs nothing here.')
  await page.getByText('Not finished yet').waitFor({ state: 'detached' })
  const sizes = await page
    .getByRole('group', { name: 'Several choices' })
    .getByRole('button')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
    )
  expect(sizes.length).toBeGreaterThan(5)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  expect([await sidewaysFaults(page, 360), await axeFaults(page)]).toEqual([[], []])
  await expect
    .poll(async () => (await questionOf(author, params)) ?? {})
    .toMatchObject({
      options: [
        { text: 'Heat', correct: true, feedback: '' },
        { text: 'Its colour', correct: false, feedback: 'Paint weighs nothing here.' },
      ],
    })
})

test('what is to be ordered can be added and taken away, down to two, and the keyboard stays with it', async () => {
  const { author, params, page } = await openDesk(browser)
  await insert(page, 'trier')
  await field(page, 'The question').fill('In which order?')
  for (const [index, words] of ['Zero', 'Load', 'Read'].entries())
    await field(page, `Item ${index + 1}`).fill(words)
  await button(page, 'Remove item 2').click()
  await expect.poll(() => field(page, 'Item 2').evaluate((one) => one.matches(':focus'))).toBe(true)
  expect(await field(page, 'Item 2').inputValue()).toBe('Read')
  expect(await button(page, 'Remove item 1').isDisabled()).toBe(true)
  await button(page, 'Add one').click()
  await page.keyboard.type('Write')
  await button(page, 'Move item 3 up').click()
  await expect
    .poll(async () => {
      const question = await questionOf(author, params)
      return question?.kind === 'ordering' ? question.items.map(({ text }) => text) : []
    })
    .toEqual(['Zero', 'Write', 'Read'])
})

test('what is no number is said at its field and is no value, and the question is not finished until it is one', async () => {
  const { author, params, page } = await openDesk(browser)
  await insert(page, 'nombre')
  await field(page, 'The question').fill('How many?')
  await page.getByText('Write the right value.').waitFor()
  const value = field(page, 'Right value')
  const stored = async () => {
    const question = await questionOf(author, params)
    return question?.kind === 'numeric' ? [question.value, question.tolerance] : null
  }
  for (const wrong of ['abc', '1,234.5', '1,5']) {
    await value.fill('7')
    await expect.poll(stored).toEqual([7, 0])
    await value.fill(wrong)
    await value.blur()
    await page.getByText('Write one number, such as 1234.5').waitFor()
    await expect.poll(stored).toEqual([null, 0])
    expect(await value.inputValue()).toBe(wrong)
  }
  await value.fill('1234.5')
  await field(page, 'Give or take').fill('-1')
  await field(page, 'Give or take').blur()
  await page.getByText('0 takes the value alone').waitFor()
  await expect.poll(stored).toEqual([1234.5, null])
  await field(page, 'Give or take').fill('0.25')
  await page.getByText('Not finished yet').waitFor({ state: 'detached' })
  await expect.poll(stored).toEqual([1234.5, 0.25])
})

test('a comma parts the fraction for who writes French, and comes back as it was written', async () => {
  const { author, params, path, page } = await openDesk(browser)
  await speaks(author, 'fr')
  await page.reload()
  const text = page.getByLabel('Texte de l’étape')
  await text.locator(':scope > p').last().click()
  await page.keyboard.type('/nombre')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await field(page, 'Valeur juste').fill('12,5')
  await expect.poll(async () => (await questionOf(author, params)) ?? {}).toMatchObject({ value: 12.5 })
  await state(page, 'saved').waitFor()
  await page.goto(path)
  await field(page, 'Valeur juste').waitFor()
  expect(await field(page, 'Valeur juste').inputValue()).toBe('12,5')
})
