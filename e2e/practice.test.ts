import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import type { Person } from '#test/organization.ts'
import { approve, draft, say } from '#test/reviewing.ts'
import { getPractice } from '#validation/calibration.contract.ts'
import { askForReview, giveVerdict } from '#validation/contract.ts'
import { usualCriteria } from '#validation/criteria/names.ts'
import { judge as judgeCourse } from '#validation/criteria.contract.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, finger, link } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const
const title = 'Check a torque wrench on the tester'
const at = { params: { practice: 'wrench-check' } }

/** Says by keyboard what is wrong with the block that begins with some words. */
async function mark(page: Page, words: string, about: string, note: string) {
  const place = button(page, new RegExp(`^${en['validation.practice.mark']}: “${words}`))
  await enterOn(page, place)
  await enterOn(page, button(page, en['validation.practice.what']))
  await page.getByRole('option', { name: about }).press('Enter')
  await typeInto(page, page.getByRole('textbox', { name: en['validation.practice.note'] }), note)
  await enterOn(page, button(page, en['validation.practice.save']))
  await page.getByText(note).waitFor()
}

/** Chooses by keyboard the second level of a criterion. */
async function judge(page: Page, criterion: (typeof usualCriteria)[number]) {
  const group = page.getByRole('radiogroup', { name: en[`validation.criterion.${criterion}`] })
  await tabTo(page, group.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => group.getByRole('radio').nth(1).isChecked()).toBe(true)
}

const keptOf = async (who: Person) => {
  const { marks, levels } = await who.does(getPractice, at)
  return [marks.length, levels.length]
}

test('a reviewer practises on a course by keyboard, loses nothing on the way, compares, and may begin anew', async () => {
  const org = await world.organization()
  const priya = await org.person('Priya Nair', 'reviewer')
  const page = await window(priya, calm)
  await page.goto(paths.reviews)
  await enterOn(page, link(page, en['validation.practice']))
  await page.getByText(en['validation.judging.missingPractice']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await link(page, title).press('Enter')
  await page.getByRole('heading', { name: title }).waitFor()
  await mark(page, 'At 50', en['validation.practice.about.accuracy'], '48 to 52')
  await mark(page, 'In May', en['validation.practice.about.examples'], 'Whose flanges?')
  await judge(page, 'accuracy')
  await expect.poll(() => keptOf(priya)).toEqual([2, 1])

  await page.reload()
  await page.getByText('48 to 52').waitFor()
  const compare = page.getByRole('button', { name: en['validation.practice.compare'] })
  expect(await compare.isEnabled()).toBe(false)
  expect(await axeFaults(page)).toEqual([])
  for (const criterion of usualCriteria.slice(1)) await judge(page, criterion)
  await expect.poll(() => compare.isEnabled()).toBe(true)
  await enterOn(page, compare)
  const result = page.getByRole('region', { name: 'You found 1 of 4 mistakes' })
  await result.waitFor()
  await result.getByText('One thing you marked is not among the known mistakes').waitFor()
  // What is known stands in the course, where it belongs.
  await page.getByText('48 to 52', { exact: true }).waitFor()
  expect(await page.getByText(en['validation.practice.how.missed'], { exact: true }).count()).toBe(3)
  expect(await page.getByText(en['validation.practice.how.found'], { exact: true }).count()).toBe(1)
  expect(await axeFaults(page)).toEqual([])

  await enterOn(page, button(page, en['validation.practice.again']))
  await page.getByText(en['validation.practice.how']).waitFor()
  expect(await keptOf(priya)).toEqual([0, 0])
})

test('levels that are chosen fast arrive one after another, and nothing is compared before all have', async () => {
  const org = await world.organization()
  const priya = await org.person('Priya Nair', 'reviewer')
  const page = await window(priya, calm)
  await page.goto(linkTo(paths.practiceCourse, at.params))
  const sent: unknown[] = []
  await page.route('**/levels', (route) => {
    sent.push(route.request().postDataJSON())
    return route.fallback()
  })
  const { letGo } = await holdFirst(page, '**/levels')
  for (const criterion of usualCriteria) await judge(page, criterion)
  const [first] = usualCriteria
  const chosen = page
    .getByRole('radiogroup', { name: en[`validation.criterion.${first}`] })
    .getByRole('radio')
  await chosen.nth(2).press('Space')
  await page.getByText('All is judged.', { exact: false }).waitFor()
  expect(sent).toEqual([])
  await letGo()
  await enterOn(page, page.getByRole('button', { name: en['validation.practice.compare'] }))
  await page.getByRole('region', { name: /^You found/ }).waitFor()
  expect(sent.at(0)).toEqual({ [first ?? '']: 2 })
  expect(sent.at(-1)).toEqual({ [first ?? '']: 3 })
})

test('on a phone a practice course fits the screen, and what was practised can be deleted', async () => {
  const org = await world.organization()
  const priya = await org.person('Priya Nair', 'reviewer')
  const page = await window(priya, { ...calm, ...finger.window })
  await page.goto(paths.practice)
  await finger.press(link(page, title))
  await finger.press(button(page, new RegExp(`^${en['validation.practice.mark']}: “At 50`)))
  await page.getByRole('textbox', { name: en['validation.practice.note'] }).waitFor()
  expect(await sidewaysFaults(page, 360)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await finger.press(page.getByText(en['validation.criterion.clarity.1']))
  await expect.poll(() => keptOf(priya)).toEqual([0, 1])
  await page.goto(paths.practice)
  await page.getByText(en['validation.practice.begun'], { exact: true }).waitFor()
  expect(await sidewaysFaults(page, 360)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await finger.press(button(page, en['validation.practice.forget']))
  const dialog = page.getByRole('alertdialog')
  await finger.press(dialog.getByRole('button', { name: en['validation.practice.forget'] }))
  await page.getByText(en['validation.practice.forgotten']).waitFor()
  await expect.poll(() => keptOf(priya)).toEqual([0, 0])
  await page.getByText(en['validation.practice.begun'], { exact: true }).waitFor({ state: 'detached' })
})

test('whoever manages a group sees on which criteria its reviewers disagree, and goes to where they are worded', async () => {
  const org = await world.organization()
  const lena = await org.person('Lena Vogt', 'manager')
  const dana = await org.person('Dana Reyes', 'leader')
  const names = ['Priya Nair', 'Kofi Mensah', 'Mei Tanaka']
  const reviewers = await Promise.all(names.map((name) => org.person(name, 'reviewer')))
  await say(lena, org.root, { approvals: 3, mostOpen: 20, approvers: ['reviewers'] })
  const reviewerIds = reviewers.map(({ id }) => id)
  for (let course = 0; course < 10; course += 1) {
    const params = { courseId: await draft(dana, org.root) }
    const { id: reviewId } = await dana.does(askForReview, { params, body: { reviewerIds } })
    for (const [which, who] of reviewers.entries()) {
      const said = { accuracy: 1 + ((course + which) % 4), clarity: 2 + (course % 2) }
      for (const criterion of ['accuracy', 'clarity'] as const)
        await who.does(judgeCourse, { params: { reviewId, criterion }, body: { level: said[criterion] } })
      await who.does(giveVerdict, { params: { reviewId }, ...approve })
    }
  }
  const page = await window(lena, { ...calm, ...finger.window })
  await page.goto(paths.reviewQueue)
  await page.getByText(/Say more clearly what levels 2 and 3 mean/).waitFor()
  await page.getByText('On one criterion they judge alike: “It is easy to follow” (1.00).').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, 360)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await finger.press(link(page, en['validation.criterion.accuracy']))
  await expect.poll(() => page.url()).toContain(linkTo(paths.charter, {}, { query: { group: org.root } }))
})
