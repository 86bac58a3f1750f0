import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import en from '#course/messages/en.json' with { type: 'json' }
import fr from '#course/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { castOf } from '#test/setup/company.ts'
import { listWaitingReviews } from '#validation/contract.ts'
import review from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { state } from './desk.ts'
import { button, field, finger } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'
import { calm, looksRight } from './planning.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const markdown = {
  name: 'zero.md',
  mimeType: 'text/markdown',
  buffer: Buffer.from(
    '# Before you begin\n\nHang the cable.\n\n# Zero it\n\nTurn it to the left.\n\n[Back](#nowhere)',
  ),
}

/** Asks Priya to review what is open in the editor. */
async function askPriya(page: Page, label: RegExp): Promise<void> {
  await enterOn(page, button(page, label))
  const peers = page.getByRole('dialog')
  const priyaToo = peers.getByRole('checkbox', { name: /Priya Nair/ })
  await tabTo(page, priyaToo)
  // Whom Cairn would ask is chosen already.
  if (!(await priyaToo.isChecked())) await page.keyboard.press('Space')
  await enterOn(page, peers.getByRole('button', { name: /^Ask .*Priya Nair to review$/ }))
  await peers.waitFor({ state: 'detached' })
}

test('by keyboard alone Markdown becomes a course, is sent back with a finding that its author settles, and is approved in a second round', async () => {
  const org = await world.organization()
  const { writes: tomas, reviews: priya } = await castOf(org)
  const writing = await window(tomas, calm)
  await writing.goto(paths.newCourse)
  const chosen = writing.waitForEvent('filechooser')
  await enterOn(writing, button(writing, /^Choose files/))
  await (await chosen).setFiles(markdown)
  await writing.getByText('2 steps read from 1 file').waitFor()
  await looksRight(writing)
  await enterOn(writing, button(writing, en['course.new.make']))
  await state(writing, 'saved').waitFor()
  const params = { courseId: writing.url().split('/').at(-1) ?? '' }
  await typeInto(writing, field(writing, en['course.editor.objective']), 'You zero a gauge as it hangs.')
  await state(writing, 'saved').waitFor()
  await askPriya(writing, /^Ask for/)

  const reviewing = await window(priya, calm)
  await reviewing.goto(paths.reviews)
  await reviewing.getByRole('link', { name: 'Before you begin' }).waitFor()
  await reviewing.keyboard.press('j')
  await reviewing.keyboard.press('Enter')
  await reviewing.getByText('Hang the cable.').waitFor()
  for (const key of ['j', 'c']) await reviewing.keyboard.press(key)
  await typeInto(reviewing, field(reviewing, review['validation.body']), 'Which cable?')
  await enterOn(reviewing, button(reviewing, review['validation.keep']))
  await reviewing.getByText('Which cable?').waitFor()
  await enterOn(reviewing, button(reviewing, review['validation.request']))
  await enterOn(reviewing, reviewing.getByRole('dialog').getByRole('button', { name: /^Send back to/ }))
  await reviewing.waitForURL(`**${paths.reviews}`)

  const finding = writing.getByRole('article').filter({ hasText: 'Which cable?' })
  await enterOn(writing, button(writing, 'One finding to settle'))
  await enterOn(writing, finding.getByRole('button', { name: review['validation.accept'], exact: true }))
  await finding.getByText(review['validation.resolution.accepted']).waitFor()
  await looksRight(writing)
  await askPriya(writing, /^Ask for/)

  const [again] = (await priya.does(listWaitingReviews)).items
  await reviewing.goto(linkTo(paths.review, { reviewId: again?.id ?? '' }))
  await reviewing.getByText('Round 1: mended').waitFor()
  await enterOn(reviewing, button(reviewing, review['validation.approve']))
  const dialog = reviewing.getByRole('dialog')
  await enterOn(reviewing, dialog.getByRole('button', { name: review['validation.approveSend'] }))
  await reviewing.waitForURL(`**${paths.reviews}`)
  await expect.poll(async () => (await tomas.does(courses.getCourse, { params })).state).toBe('published')
})

test('on a phone in the dark, in French, Markdown is chosen with a finger, its report is read, and it becomes a course', async () => {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  await speaks(dana, 'fr')
  const page = await window(dana, { ...finger.window, ...calm, colorScheme: 'dark' })
  await page.goto(paths.newCourse)
  await looksRight(page)
  const chosen = page.waitForEvent('filechooser')
  await finger.press(button(page, /^Choisir des fichiers/))
  await (await chosen).setFiles(markdown)
  await page.getByText('2 étapes lues dans 1 fichier').waitFor()
  await page.getByText('#nowhere').waitFor()
  await looksRight(page)
  await finger.press(button(page, fr['course.new.make']))
  await state(page, 'saved').waitFor()
  await looksRight(page)
  const params = { courseId: page.url().split('/').at(-1) ?? '' }
  const { document } = await dana.does(courses.getDraft, { params })
  expect(document.content.map(({ attrs }) => attrs.title)).toEqual(['Before you begin', 'Zero it'])
})
