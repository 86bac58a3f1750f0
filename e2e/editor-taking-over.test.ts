import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { textOf } from '#course/document/blocks.ts'
import { linkTo, paths } from '#paths'
import { blockId, documentOf, words } from '#test/course.ts'
import * as reviews from '#validation/contract.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { button, state, text } from './desk.ts'

const { world, window } = openBrowserWorld()

/** A course of two passages, for the second of which a reviewer has suggested other words. */
async function suggested() {
  const org = await world.organization()
  const [dana, priya] = [await org.person('Dana Reyes', 'leader'), await org.person('Priya Nair', 'reviewer')]
  const document = documentOf({ s1: [words('w1', 'Hang it.'), words('w2', 'Write the reading down.')] })
  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root, document }
  const { course } = await dana.does(courses.createCourse, { body })
  const params = { courseId: course.id }
  const review = await dana.does(reviews.askForReview, { params, body: { reviewerIds: [priya.id] } })
  const finding = {
    ...{ blockId: blockId('w2'), severity: 'must' as const, body: 'Twice.' },
    anchor: { kind: 'range' as const, start: 0, quote: 'Write the reading' },
    suggestion: 'Write both readings',
  }
  await priya.does(reviews.makeFinding, { params: { reviewId: review.id }, body: finding })
  return { dana, params }
}

test('what is written while suggested words are put in is no other text: it is saved on top of them', async () => {
  const { dana, params } = await suggested()
  const page = await window(dana, { reducedMotion: 'reduce' })
  const [arrived, isWritten] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // The server has put them in, and the window does not know it yet.
  const hold = async (route: Route) => {
    const response = await route.fetch()
    arrived.resolve()
    await isWritten.promise
    await route.fulfill({ response })
  }
  await page.route('**/replacement', hold)
  await page.goto(linkTo(paths.editor, params))
  await button(page, en['validation.apply']).click()
  await arrived.promise
  await text(page).getByText('Hang it.').click()
  await page.keyboard.press('Home')
  await page.keyboard.type('First: ')
  await state(page, 'waiting').waitFor()
  await page.keyboard.press('Control+s')
  isWritten.resolve()
  await text(page).getByText('Write both readings down.').waitFor()
  await state(page, 'saved').waitFor()
  expect(textOf((await dana.does(courses.getDraft, { params })).document)).toBe(
    'First: Hang it.\nWrite both readings down.',
  )
})
