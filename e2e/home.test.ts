import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { newBlockId } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { claimNeed } from '#leader/contract.ts'
import * as learning from '#learning/contract.ts'
import * as needs from '#need/contract.ts'
import { paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import type { Organization } from '#test/organization.ts'
import * as reviews from '#validation/contract.ts'
import { openBrowserWorld } from './browser.ts'

const { world, window } = openBrowserWorld()

const step = (title: string, text: string) => ({
  type: 'step',
  attrs: { id: newBlockId(), title },
  content: [{ type: 'paragraph', attrs: { id: newBlockId() }, content: [{ type: 'text', text }] }],
})

/** A laboratory with one published course of two steps, which Mei has begun, and needs that wait. */
async function lab() {
  const org = await world.organization()
  const [ines, tomas, priya, mei] = [
    await org.person('Ines Duarte'),
    await org.person('Tomas Lindqvist', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Mei Tanaka'),
  ]
  const need = await mei.does(needs.raiseNeed, {
    body: { title: 'Zeroing a torque transducer', details: '', groupId: org.root },
  })
  const courseId = await publish({ org, tomas, priya, needId: need.id })
  await ines.does(needs.raiseNeed, {
    body: { title: 'Thread gauges for tapered pipe', details: '', groupId: org.root },
  })
  const { stepId } = await mei.does(learning.startCourse, { params: { courseId } })
  await mei.does(learning.completeStep, { params: { courseId, stepId } })
  await world.settle()
  return { org, ines, tomas, priya, mei, courseId }
}

type Person = Awaited<ReturnType<Organization['person']>>

async function publish(by: { org: Organization; tomas: Person; priya: Person; needId: string }) {
  const { org, tomas, priya, needId } = by
  const { course } = await tomas.does(courses.createCourse, {
    body: { title: 'Zero it', groupId: org.root, needId },
  })
  const params = { courseId: course.id }
  const content = [
    step('Why the zero drifts', 'The bridge has warmed.'),
    step('Wait until it rests', 'Fifteen minutes.'),
  ]
  const document = { type: 'doc', content } as unknown as CourseDocument
  const words = { title: 'Zero it', objective: 'You can zero it.', tags: ['torque'], language: 'en' as const }
  await tomas.does(courses.saveDraft, { params, body: { revision: 1, ...words, document } })
  const body = { reviewerIds: [priya.id] }
  const { id } = await tomas.does(reviews.askForReview, { params, body })
  await priya.does(reviews.giveVerdict, { params: { reviewId: id }, body: { verdict: 'approve' } })
  return course.id
}

const onHome = async (person: Person): Promise<Page> => {
  const page = await window(person)
  await page.goto('/')
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  return page
}

test('the card on Home leads to the very step where one stopped', async () => {
  const { mei } = await lab()
  const page = await onHome(mei)
  await page.getByText('Step 2 of 2, by Tomas Lindqvist').waitFor()
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.getByRole('heading', { level: 1, name: 'Wait until it rests' }).waitFor()
  await page.getByText('Fifteen minutes.').waitFor()
})

test('a lesson is read, talked about and finished by keyboard alone, and the map of its keys is one key away', async () => {
  const { mei, courseId } = await lab()
  const page = await window(mei)
  await page.goto(`/courses/${courseId}`)
  await page.getByRole('img', { name: 'Done' }).waitFor()
  await page.getByRole('link', { name: 'Continue' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Wait until it rests' }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('heading', { level: 1, name: 'Why the zero drifts' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Useful' }).press('Enter')
  await page.getByRole('button', { name: '1 word on this passage', exact: false }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Next passage').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await page.keyboard.type('Is a tenth enough?')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Is a tenth enough?').first().waitFor()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Wait until it rests' }).waitFor()
  await page.getByRole('button', { name: 'Finish the course' }).press('Enter')
  await page.getByRole('dialog', { name: 'You finished it' }).waitFor()
})

test('what waits for me stands on Home: a review for the one, a promise for the other, needs for everyone', async () => {
  const { ines, tomas, priya, courseId } = await lab()
  const params = { courseId }
  await tomas.does(reviews.askForReview, { params, body: { reviewerIds: [priya.id] } })
  const { items } = await ines.does(needs.listNeeds)
  const threads = items.find(({ title }) => title.startsWith('Thread'))
  await tomas.does(claimNeed, { params: { needId: threads?.id ?? '' } })

  const reviewing = await onHome(priya)
  await reviewing.getByRole('link', { name: 'Thread gauges for tapered pipe' }).first().waitFor()
  await reviewing.getByRole('link', { name: 'Review “Zero it”' }).click()
  await reviewing.waitForURL('**/create/reviews/*')

  const writing = await onHome(tomas)
  await writing.getByRole('link', { name: 'Make the course “Thread gauges for tapered pipe”' }).click()
  await writing.getByRole('link', { name: 'Make the course' }).waitFor()
})

test('each story says why it is shown, and what comes in meanwhile waits behind a button', async () => {
  const { ines, tomas, mei } = await lab()
  const page = await onHome(mei)
  const stories = page.getByRole('article')
  await stories.first().waitFor()
  const before = await stories.count()
  for (const story of await stories.all())
    expect(await story.textContent()).toMatch(/Shown because you (asked for it|are in|need this too)/)
  await page.getByText('Validated by a peer').waitFor()

  await ines.does(giveKudos, { body: { toIds: [tomas.id], reason: 'It saved us a return trip to Oslo.' } })
  const more = page.getByRole('button', { name: '1 new' })
  await more.waitFor()
  expect(await stories.count()).toBe(before)
  await more.press('Enter')
  await stories.filter({ hasText: 'It saved us a return trip to Oslo.' }).waitFor()
  await more.waitFor({ state: 'detached' })
  expect(await stories.count()).toBe(before + 1)
})

/** Opens the search by its keys: what is typed goes there once it has the focus. */
async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor()
}

test('the search finds needs, courses, steps and people by keyboard alone, with typos, and nothing that is not for me', async () => {
  const { org, ines, mei } = await lab()
  const secret = await org.group('Incident review', { private: true })
  await org.grant(ines.id, secret, 'learner')
  await ines.does(needs.raiseNeed, {
    body: { title: 'Torque accident of last week', details: '', groupId: secret },
  })
  await world.settle()
  const page = await onHome(mei)
  const field = page.getByRole('searchbox')
  const findAndOpen = async (words: string, name: string, heading: string) => {
    await openSearch(page)
    await page.keyboard.type(words)
    await page.getByRole('dialog').getByRole('link', { name, exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await field.waitFor({ state: 'detached' })
  }
  await findAndOpen('torqe transd', 'Zeroing a torque transducer', 'Zeroing a torque transducer')
  await findAndOpen('Linqvist', 'Tomas Lindqvist', 'Tomas Lindqvist')
  await findAndOpen('until it rsts', 'Wait until it rests', 'Wait until it rests')
  await page.goto('/learn')
  await page.getByRole('heading', { level: 1, name: 'Learn' }).waitFor()
  await findAndOpen('Zero it', 'Zero it', 'Zero it')

  await openSearch(page)
  await page.keyboard.type('accident')
  await page.getByText('Nothing found for “accident”.', { exact: false }).waitFor()
})

test('Enter opens the first of what is found for all that was typed, though less of it was found before', async () => {
  const { mei } = await lab()
  const page = await onHome(mei)
  const field = page.getByRole('searchbox')
  await openSearch(page)
  await page.keyboard.type('t')
  await page.getByRole('dialog').getByRole('link').first().waitFor()
  const { promise: isTyped, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/api/search?*', async (route) => {
    await isTyped
    await route.continue()
  })
  await page.keyboard.type('omas lindqvist')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('tomas lindqvist')
  answer()
  await page.getByRole('heading', { level: 1, name: 'Tomas Lindqvist' }).waitFor()
  await field.waitFor({ state: 'detached' })
})

test('a press on what the search found leads there, and does not load the page anew', async () => {
  const { mei } = await lab()
  // Without a movement at its end the window of the search is gone at once.
  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(paths.home)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate('window.isSamePage = true')
  await openSearch(page)
  await page.keyboard.type('lindqvist')
  await page.getByRole('dialog').getByRole('link', { name: 'Tomas Lindqvist' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tomas Lindqvist' }).waitFor()
  await page.getByRole('searchbox').waitFor({ state: 'detached' })
  expect(await page.evaluate('window.isSamePage')).toBe(true)
})
