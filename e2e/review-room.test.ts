import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { addressOf } from '#platform/http/call'
import { documentOf, words } from '#test/course.ts'
import { picture } from '#test/picture.ts'
import { sendAhead } from '#test/sending.ts'
import * as reviews from '#validation/contract.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { state, text } from './desk.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { film } from './film.ts'
import { holdFirst } from './first-only.ts'
import { button, field, finger, link } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const
const said = 'Hang the cable as it hangs in use, then take the zero.'

/** A course with a text, a picture and a film, which two people are asked to review. */
async function underReview() {
  const org = await world.organization()
  const [dana, priya, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Kofi Mensah', 'reviewer'),
  ]
  const asset = await sendAhead(dana, 'gauge.png', picture(400, 300))
  const moving = await sendAhead(dana, 'zero.webm', film(60))
  const document = documentOf({
    s1: [
      words('w1', said),
      { type: 'image', attrs: { id: 'i1AAAAAAAAAA', asset, alt: 'A gauge', caption: '' } },
      { type: 'video', attrs: { id: 'v1AAAAAAAAAA', asset: moving, title: 'Zeroing', captions: null } },
      words('w2', 'Write the reading down.'),
    ],
  })
  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root, document }
  const { course } = await dana.does(courses.createCourse, { body })
  const params = { courseId: course.id }
  const ask = () => dana.does(reviews.askForReview, { params, body: { reviewerIds: [priya.id, kofi.id] } })
  return { dana, priya, kofi, params, ask, review: await ask() }
}

const roomOf = (reviewId: string) => linkTo(paths.review, { reviewId })
const body = (page: Page) => field(page, en['validation.body'])
const selected = (page: Page) => page.evaluate('getSelection().toString()')
/** The words of a look that stand out on the page. */
const highlighted = (page: Page, look: string) =>
  page.evaluate(`[...(CSS.highlights.get('review-${look}') ?? [])].map(String)`)

/** By keys: words with better ones, a point of the picture, seconds of the film. */
async function findByKeys(page: Page): Promise<void> {
  await page.getByText(said).waitFor()
  for (const key of ['j', 'w', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await expect.poll(() => selected(page)).toBe('the cable')
  await page.keyboard.press('Enter')
  await typeInto(page, body(page), 'The transducer hangs, too.')
  await enterOn(page, button(page, en['validation.beginWithText']))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('the transducer and its cable')
  await expect.poll(() => highlighted(page, 'draft')).toEqual(['the cable'])
  await enterOn(page, button(page, en['validation.keep']))
  await page.getByText('The transducer hangs, too.').waitFor()
  await expect.poll(() => highlighted(page, 'should')).toEqual(['the cable'])

  await enterOn(page, button(page, en['validation.commentPoint']))
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
  await button(page, /40 % across, 39 % down/).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Which scale is this?')
  await enterOn(page, button(page, en['validation.keep']))
  await button(page, '1: Which scale is this?').waitFor()

  await enterOn(page, button(page, /^Comment at/))
  await tabTo(page, field(page, en['validation.from']))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('0:42')
  await typeInto(page, field(page, en['validation.until']), '0:50')
  await typeInto(page, body(page), 'Too fast to follow.')
  await enterOn(page, button(page, en['validation.keep']))
  await button(page, 'from 0:42 to 0:50').waitFor()
}

test('by keyboard alone a reviewer points at words, at a point of a picture and at seconds of a film, and is led back to each', async () => {
  const { priya, review } = await underReview()
  const page = await window(priya, calm)
  await page.goto(roomOf(review.id))
  await findByKeys(page)
  // Away from the button, whose name floats over the page while it has the focus.
  await page.keyboard.press('j')
  await page.getByRole('tooltip').waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, button(page, 'from 0:42 to 0:50'))
  await expect.poll(() => page.evaluate(`document.querySelector('video').currentTime`)).toBe(42)
  await enterOn(page, button(page, en['validation.onPoint']))
  await expect
    .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
    .toBe('1: Which scale is this?')
  // From its number on the picture back to what was said of it.
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate('document.activeElement.innerText')).toContain('Which scale is this?')
  await enterOn(page, button(page, 'on “the cable”'))
  await expect.poll(() => highlighted(page, 'shown')).toEqual(['the cable'])
})

test('two reviewers and an author go through two rounds: what one finds the other sees, drafts are kept, suggested words are taken over at one press, and the next round says what changed', async () => {
  const { dana, priya, kofi, params, ask, review } = await underReview()
  const first = await window(priya, calm)
  await first.goto(roomOf(review.id))
  await findByKeys(first)

  const second = await window(kofi, calm)
  await second.goto(roomOf(review.id))
  await second.getByText('Too fast to follow.').waitFor()
  await second.getByText('Write the reading down.').selectText()
  await button(second, en['validation.commentWords']).click()
  await body(second).fill('Where?')
  await second.reload()
  const unsent = second.getByRole('region', { name: 'One comment not sent' })
  await unsent.waitFor()
  await button(second, en['validation.request']).click()
  await second.getByRole('dialog').getByText('One comment not sent').waitFor()
  await second.keyboard.press('Escape')
  await second.getByRole('dialog').waitFor({ state: 'detached' })
  await unsent.getByRole('link', { name: 'Where?' }).click()
  await expect.poll(() => body(second).inputValue()).toBe('Where?')
  await expect.poll(() => highlighted(second, 'draft')).toEqual(['Write the reading down.'])
  await button(second, en['validation.keep']).click()
  await unsent.waitFor({ state: 'detached' })
  await first.getByText('Where?').waitFor()
  await button(second, en['validation.request']).click()
  await second.getByRole('dialog').getByRole('button', { name: 'Send back to Dana Reyes' }).click()
  await second.waitForURL('**/create/reviews')

  const writing = await window(dana, calm)
  await writing.goto(linkTo(paths.editor, params))
  await text(writing).waitFor()
  const finding = writing.getByRole('article').filter({ hasText: 'The transducer hangs, too.' })
  await finding.getByText('transducer and its').waitFor()
  expect(await axeFaults(writing)).toEqual([])
  await enterOn(writing, finding.getByRole('button', { name: en['validation.apply'] }))
  const replaced = 'Hang the transducer and its cable as it hangs in use, then take the zero.'
  await text(writing).getByText(replaced).waitFor()
  await finding.getByText(en['validation.resolution.accepted']).waitFor()
  await state(writing, 'saved').waitFor()
  await text(writing).press('ControlOrMeta+z')
  await text(writing).getByText(said).waitFor()
  await text(writing).press('ControlOrMeta+Shift+z')
  await text(writing).getByText(replaced).waitFor()
  await state(writing, 'saved').waitFor()
  const draft = async () => JSON.stringify((await dana.does(courses.getDraft, { params })).document)
  await expect.poll(draft).toContain(replaced)

  const again = await ask()
  await first.goto(roomOf(again.id))
  const changed = first.locator('.review-changes')
  await changed.waitFor()
  expect(await changed.locator('ins').allInnerTexts()).toEqual(['transducer and its '])
  await first.getByText('Round 1: mended').waitFor()
  expect(await first.getByText('Round 1: still standing').count()).toBe(3)
  expect(await axeFaults(first)).toEqual([])
  await tabTo(first, first.getByRole('radio', { name: en['validation.show.all'] }))
  await first.keyboard.press('ArrowRight')
  await first.keyboard.press('Space')
  await first.getByText('Write the reading down.', { exact: true }).waitFor({ state: 'detached' })
  await first.locator('p[data-block]').getByText(replaced, { exact: true }).waitFor()
  await enterOn(first, button(first, en['validation.approve']))
  await enterOn(first, first.getByRole('dialog').getByRole('button', { name: en['validation.approveSend'] }))
  await first.waitForURL('**/create/reviews')
  await expect.poll(async () => (await kofi.does(courses.getCourse, { params })).state).toBe('published')
})

test('on a phone one selects words, taps a point, and nothing is wider than the page or too small for a finger', async () => {
  const { priya, review } = await underReview()
  const page = await window(priya, { ...calm, ...finger.window })
  await page.goto(roomOf(review.id))
  await page.getByText(said).selectText()
  await finger.press(button(page, en['validation.commentWords']))
  await body(page).fill('So?')
  await finger.press(button(page, en['validation.keep']))
  await page.getByText('So?').waitFor()
  await page.getByRole('img', { name: 'A gauge' }).tap({ position: { x: 20, y: 30 } })
  await body(page).fill('Here.')
  expect(await sidewaysFaults(page, 360)).toEqual([])
  await finger.press(button(page, en['validation.keep']))
  await button(page, '1: Here.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, 360)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
})

test('a passage that changed since is not overwritten: its author is told, and can copy the words', async () => {
  const { dana, priya, params, review } = await underReview()
  await priya.does(reviews.makeFinding, {
    params: { reviewId: review.id },
    body: {
      blockId: 'w2AAAAAAAAAA',
      severity: 'must',
      body: 'Twice.',
      anchor: { kind: 'range', start: 0, quote: 'Write the reading' },
      suggestion: 'Write both readings',
    },
  })
  const page = await window(dana, calm)
  await page.goto(linkTo(paths.editor, params))
  await text(page).getByText('Write the reading down.').click()
  await page.keyboard.press('Home')
  await page.keyboard.type('Always w')
  await page.keyboard.press('Delete')
  await enterOn(page, button(page, en['validation.apply']))
  await page.getByText(en['problem.finding.passage-changed']).waitFor()
  await text(page).getByText('Always write the reading down.').waitFor()
  await button(page, en['validation.copy']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await link(page, en['validation.toRoom']).click()
  await page.getByText('Twice.').waitFor()
})

test('what a reviewer writes on while a comment is on its way is begun of the next one', async () => {
  const { priya, review } = await underReview()
  const page = await window(priya, calm)
  await page.goto(roomOf(review.id))
  await page.getByText(said).waitFor()
  const making = addressOf(reviews.makeFinding, { params: { reviewId: review.id } })
  const { sent, letGo } = await holdFirst(page, (url) => url.pathname === making)
  for (const key of ['j', 'w', 'Enter']) await page.keyboard.press(key)
  await body(page).fill('Which cable?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await sent
  await page.keyboard.type(' And how long?')
  await letGo()
  await page.getByRole('article').filter({ hasText: 'Which cable?' }).waitFor()
  await expect.poll(() => body(page).inputValue()).toBe('And how long?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('article').filter({ hasText: 'And how long?' }).waitFor()
  await body(page).waitFor({ state: 'detached' })
})
