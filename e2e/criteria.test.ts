import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import { blockId } from '#test/course.ts'
import { room, say } from '#test/reviewing.ts'
import { getReview, makeFinding } from '#validation/contract.ts'
import { getCriteria, judge } from '#validation/criteria.contract.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import fr from '#validation/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, finger, mouse } from './hand.ts'
import { enterOn, tabTo } from './keyboard.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('by keyboard a manager has people judge something more, reads it in the charter, and takes it back', async () => {
  const { admin, lab } = await room(world)
  const page = await window(admin, calm)
  await page.goto(linkTo(paths.charter, {}, { query: { group: lab } }))
  await enterOn(page, button(page, en['validation.criteria.add']))
  const form = page.getByRole('dialog')
  await tabTo(page, form.getByLabel(en['validation.criteria.name']))
  await page.keyboard.type('Safe to follow')
  for (const level of ['Not yet', 'Partly', 'Well', 'More than asked']) {
    await tabTo(page, form.getByLabel(`${level}: what is the course like?`))
    await page.keyboard.type(`On “${level}” it is like this.`)
  }
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, button(page, en['validation.criteria.save']))
  // The window gives the focus back as it goes, and would take it from what is pressed meanwhile.
  await form.waitFor({ state: 'detached' })
  const row = page.getByRole('listitem').filter({ hasText: 'Safe to follow' })
  await row.getByRole('button', { name: en['validation.criteria.levels'] }).press('Enter')
  await row.getByText('On “Well” it is like this.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await row.waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  const { items } = await admin.does(getCriteria, { params: { groupId: lab } })
  expect(items.map(({ key }) => key)).not.toContain('Safe to follow')
})

test.each([
  ['mouse', 'en', en, mouse],
  ['finger', 'fr', fr, finger],
] as const)(
  'who approves is led to what must pass, judges it beside the course with a word why, hears what must still be fixed, and the author reads it (%s, %s)',
  async (_, locale, words, hand) => {
    const { dana, priya, admin, lab, ask } = await room(world)
    for (const who of [dana, priya]) await speaks(who, locale)
    await say(admin, lab, { mustPass: ['clarity'] })
    const reviewId = await ask(priya.id)
    const page = await window(priya, { ...calm, ...hand.window })
    await page.goto(linkTo(paths.review, { reviewId }))
    await hand.press(button(page, words['validation.approve']))
    const dialog = page.getByRole('dialog')
    await dialog.getByText(words['validation.criterion.clarity']).waitFor()
    await hand.press(dialog.getByRole('button', { name: words['validation.rubric.show'] }))
    const clarity = page.getByRole('button', { name: new RegExp(words['validation.criterion.clarity']) })
    await expect
      .poll(async () => {
        const { y = -1, height = 0 } = (await clarity.boundingBox()) ?? {}
        return y >= 0 && y + height <= (page.viewportSize()?.height ?? 0)
      })
      .toBe(true)
    await hand.press(clarity)
    await hand.press(page.getByText(words['validation.criterion.clarity.3']))
    await page
      .getByRole('textbox', { name: new RegExp(`^${words['validation.rubric.why']}`) })
      .fill('One name for each part')
    await page.getByRole('textbox', { name: new RegExp(`^${words['validation.rubric.why']}`) }).blur()
    await expect
      .poll(async () => (await priya.does(getReview, { params: { reviewId } })).judgements)
      .toMatchObject([{ criterion: 'clarity', level: 3, note: 'One name for each part' }])
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
    const must = { blockId: blockId('w1'), severity: 'must' as const, body: 'Say how warm.' }
    await priya.does(makeFinding, { params: { reviewId }, body: must })
    await page.getByText(must.body).waitFor()
    await hand.press(button(page, words['validation.approve']))
    await dialog.getByText(words['validation.severity.must']).waitFor()
    await hand.press(dialog.getByRole('button', { name: words['validation.approveSend'] }))
    await dialog.waitFor({ state: 'detached' })
    const author = await window(dana, calm)
    await author.goto(linkTo(paths.review, { reviewId }))
    await author.getByText('One name for each part').waitFor()
  },
)

test('a word why that is written while a level is on its way goes with that level', async () => {
  const { priya, ask } = await room(world)
  const reviewId = await ask(priya.id)
  const params = { reviewId, criterion: 'clarity' as const }
  await priya.does(judge, { params, body: { level: 2, note: '' } })
  const page = await window(priya, calm)
  const { sent, letGo } = await holdFirst(page, '**/judgements/*')
  await page.goto(linkTo(paths.review, { reviewId }))
  await page.getByRole('button', { name: new RegExp(en['validation.criterion.clarity']) }).click()
  await page.getByText(en['validation.criterion.clarity.3']).click()
  await sent
  const why = page.getByRole('textbox', { name: new RegExp(`^${en['validation.rubric.why']}`) })
  await why.fill('One name for each part')
  await why.blur()
  await letGo()
  await expect
    .poll(async () => (await priya.does(getReview, { params: { reviewId } })).judgements)
    .toMatchObject([{ criterion: 'clarity', level: 3, note: 'One name for each part' }])
})
