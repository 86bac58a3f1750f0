import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { documentOf, truth, write } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { askForReview, withdrawReview } from '#validation/contract.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import { getPolicies, setPolicy } from '#validation/policy.contract.ts'
import { listReviewQueue } from '#validation/queue.contract.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, finger } from './hand.ts'
import { enterOn } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

/** Whoever manages a group, an author, a reviewer and somebody who learns there. */
async function people() {
  const org = await world.organization()
  const lena = await org.person('Lena Vogt', 'manager')
  const dana = await org.person('Dana Reyes', 'leader')
  const priya = await org.person('Priya Nair', 'reviewer')
  const omar = await org.person('Omar Diaz')
  return { org, lena, dana, priya, omar }
}

/** What a group asks for of one kind of content. */
const policyOf = async (one: Person, groupId: string, kind: string) =>
  (await one.does(getPolicies, { params: { groupId } })).items.find((policy) => policy.kind === kind)

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('dialog').getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Finds somebody in a field as one types, and chooses them. */
async function pick(page: Page, field: string, name: string) {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click()
  await page.keyboard.type(name)
  // What was offered before one typed is gone.
  const offered = () => page.getByRole('option').allInnerTexts()
  await expect.poll(offered).toEqual([expect.stringContaining(name)])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('whoever manages a group says who checks its courses, is told at the field what lacks, and can take it back', async () => {
  const { org, lena, priya } = await people()
  const page = await window(lena, calm)
  await page.goto(paths.policies)
  await page.getByText(en['validation.charter.usual']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, button(page, 'Change: All kinds of content'))
  const dialog = page.getByRole('dialog')
  await choose(page, en['validation.policy.approvals'], '2 approvals publish')
  await dialog.getByText(en['validation.policy.by.named']).click()
  await dialog.getByRole('radio', { name: /^Blind/ }).press('Space')
  const save = dialog.getByRole('button', { name: en['validation.policy.save'] })
  await save.click()
  await dialog.getByText(en['problem.policy.nobody-named']).waitFor()
  // The field opens its list, which is empty until the people have come.
  await expect.poll(() => axeFaults(page)).toEqual([])
  await pick(page, en['validation.policy.named'], 'Priya Nair')
  await page.keyboard.press('Escape')
  await save.click()
  await page.getByText(en['validation.policy.saved']).waitFor()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(en['validation.charter.own']).waitFor()
  expect(await policyOf(lena, org.root, 'any')).toMatchObject({
    ...{ approvals: 2, isBlind: true, from: { id: org.root }, named: [{ id: priya.id }] },
    approvers: ['experts', 'reviewers', 'leaders', 'managers', 'named'],
  })
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['validation.charter.leaveWhat'].replace('{rule}', 'All kinds of content')).click()
  await page.getByText(en['validation.charter.usual']).waitFor()
  expect(await policyOf(lena, org.root, 'any')).toMatchObject({ approvals: 1, from: null })
})

test('a kind of content has a policy of its own until that is taken back; others only read what holds', async () => {
  const { org, lena, dana } = await people()
  const page = await window(lena, calm)
  await page.goto(linkTo(paths.policies, {}, { query: { group: org.root } }))
  await page.getByRole('button', { name: en['validation.policy.kind'] }).click()
  await page.getByRole('option', { name: en['validation.policy.kind.safety-procedure'] }).click()
  await button(page, en['validation.policy.addDo']).click()
  await choose(page, en['validation.policy.days'], '10 working days')
  await choose(page, en['validation.policy.trusted'], 'By leaders, after 5 approved courses')
  await page.getByRole('dialog').getByText(en['validation.policy.mayWiden']).click()
  await page.getByRole('dialog').getByRole('button', { name: en['validation.policy.save'] }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const card = page.getByRole('heading', { name: en['validation.policy.kind.safety-procedure'] })
  await card.waitFor()
  const held = { days: 10, trustedAfter: 5, mayWiden: false, from: { id: org.root } }
  expect(await policyOf(dana, org.root, 'safety-procedure')).toMatchObject(held)

  const own = await window(dana, { ...calm, ...finger.window })
  await own.goto(paths.policies)
  await own.getByText(en['validation.charter.readOnly']).waitFor()
  await own.getByText('10 working days').waitFor()
  expect(await own.getByRole('button', { name: en['validation.policy.change'] }).count()).toBe(0)
  expect(await own.getByRole('link', { name: en['validation.queue'] }).count()).toBe(0)
  expect(await axeFaults(own)).toEqual([])
  expect(await sidewaysFaults(own, 360)).toEqual([])
  expect(await smallTargets(own)).toEqual([])

  await button(page, en['validation.charter.leaveWhat'].replace('{rule}', 'Safety procedure')).click()
  await card.waitFor({ state: 'detached' })
  expect(await policyOf(dana, org.root, 'safety-procedure')).toBeUndefined()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await card.waitFor()
  expect(await policyOf(dana, org.root, 'safety-procedure')).toMatchObject(held)
})

/** A course that waits for a review which is blind. */
async function asked(org: Organization, lena: Person, dana: Person) {
  const policy = { approvals: 2, approvers: ['reviewers' as const], isBlind: true, days: 2, mostOpen: 3 }
  const params = { groupId: org.root, kind: 'any' as const }
  await lena.does(setPolicy, { params, body: { ...policy, mayWiden: false, trustedAfter: null } })
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  await write(dana, course.id, documentOf({ s1: [truth('q1')] }))
  return dana.does(askForReview, { params: { courseId: course.id }, body: {} })
}

test('whoever manages a group sees what waits and is late, and asks somebody by hand', async () => {
  const { org, lena, dana } = await people()
  await org.person('Noor Alvi', 'reviewer')
  const { id: reviewId } = await asked(org, lena, dana)
  world.pass({ days: 5 })
  // Its turn has come, whether or not whoever works on jobs looked before: two did not answer, two more are asked.
  await world.cairn.tasks['review-turn']?.({ org: org.id, reviewId })
  const page = await window(lena, { ...calm, ...finger.window })
  await page.goto(paths.create)
  await finger.press(page.getByRole('link', { name: 'Review queue' }))
  await page.getByText('1 late', { exact: false }).waitFor()
  const rounds = page.getByRole('list', { name: en['validation.queue.list'] })
  await rounds.getByText(/^Late: was due/).waitFor()
  await rounds
    .getByText(/^Reviewer \d$/)
    .first()
    .waitFor()
  expect(await rounds.getByText('Priya Nair').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, 360)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await finger.press(page.getByRole('button', { name: en['validation.queue.asTable'] }))
  await page.getByRole('table').waitFor()

  const queue = () => lena.does(listReviewQueue, { params: { groupId: org.root } })
  const before = (await queue()).items[0]?.reviewers.length ?? 0
  expect(before).toBe(4)
  await finger.press(button(page, 'Ask somebody to review “Zero it”'))
  const dialog = page.getByRole('dialog')
  await dialog.getByText(en['validation.queue.whoHintBlind']).waitFor()
  expect(await sidewaysFaults(page, 360)).toEqual([])
  await pick(page, en['validation.queue.who'], 'Omar Diaz')
  await finger.press(dialog.getByRole('button', { name: en['validation.queue.askDo'] }))
  await page.getByText('Omar Diaz is asked to review it.').waitFor()
  expect((await queue()).items[0]?.reviewers).toHaveLength(before + 1)
  const who = rounds.getByRole('list', { name: 'Who reviews “Zero it”' }).getByRole('listitem')
  await expect.poll(() => who.count()).toBe(before + 1)
  expect(await axeFaults(page)).toEqual([])
})

test('a round that is over meanwhile is not given to anybody, which the window says; who manages nothing has no queue', async () => {
  const { org, lena, dana } = await people()
  const { id: reviewId } = await asked(org, lena, dana)
  const page = await window(lena, calm)
  // It hears of nothing, so that what it shows is old.
  await page.route('**/api/live*', (route) => route.abort())
  await page.goto(paths.reviewQueue)
  await button(page, 'Ask somebody to review “Zero it”').click()
  await pick(page, en['validation.queue.who'], 'Omar Diaz')
  await dana.does(withdrawReview, { params: { reviewId } })
  await page.getByRole('dialog').getByRole('button', { name: en['validation.queue.askDo'] }).click()
  await page.getByRole('dialog').getByText(en['problem.review.closed']).waitFor()
  await page.goto(paths.reviewQueue)
  await page.getByText(en['validation.queue.none']).waitFor()
  expect(await axeFaults(page)).toEqual([])

  const own = await window(dana, calm)
  await own.goto(paths.reviewQueue)
  await own.getByText(en['validation.queue.forbidden']).waitFor()
  expect(await axeFaults(own)).toEqual([])
})
