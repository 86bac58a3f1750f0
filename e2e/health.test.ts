import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import courseEn from '#course/messages/en.json' with { type: 'json' }
import courseFr from '#course/messages/fr.json' with { type: 'json' }
import en from '#learning/messages/en.json' with { type: 'json' }
import fr from '#learning/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { endMembership } from '#people/contract.ts'
import { getReviewThanks } from '#recognition/contract.ts'
import recognitionEn from '#recognition/messages/en.json' with { type: 'json' }
import { documentOf, published, write } from '#test/course.ts'
import { readIn, say } from '#test/readers.ts'
import uiEn from '#ui/messages/en.json' with { type: 'json' }
import uiFr from '#ui/messages/fr.json' with { type: 'json' }
import * as reviews from '#validation/contract.ts'
import validationEn from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const
const fill = (text: string, values: Record<string, string>) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text)
const start = (text: string) =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s')}`)

type Page = Awaited<ReturnType<typeof window>>
/** Whether a page holds up; how large things are to touch is asked where nothing lies over them, and of what is new. */
async function isSound(page: Page, isOurs = true) {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
  if (isOurs && (page.viewportSize()?.width ?? 0) < 500) expect(await smallTargets(page)).toEqual([])
}

test.each([
  ['en', { ...uiEn, ...en }, mouse],
  ['fr', { ...uiFr, ...fr }, finger],
] as const)(
  'readers find fault, the author finds it in their queue, says that it still holds, and readers see who said so (%s)',
  async (locale, texts, hand) => {
    const { dana, readers, courseId } = await readIn(world)
    const [mei, kofi, ines] = readers as [typeof dana, typeof dana, typeof dana]
    for (const who of [dana, mei, kofi]) await speaks(who, locale)
    await say(world, [ines], courseId, 'wrong')
    for (const who of [mei, kofi]) {
      const reading = await window(who, { ...calm, ...hand.window })
      await reading.goto(linkTo(paths.course, { courseId }))
      await hand.press(button(reading, start(texts['learning.react.wrong'])))
      await reading
        .getByRole('button', { name: start(texts['learning.react.wrong']), pressed: true })
        .waitFor()
      await isSound(reading, false)
      await reading.context().close()
    }
    await world.settle()
    const page = await window(dana, { ...calm, ...hand.window })
    await page.goto(paths.create)
    await hand.press(
      page.getByRole('link', {
        name: locale === 'en' ? courseEn['course.healthLink'] : courseFr['course.healthLink'],
      }),
    )
    const item = page.getByRole('article').filter({ hasText: texts['learning.health.why.wrong'] })
    await item.getByText('Zero it').waitFor()
    for (const { name } of readers) expect(await item.getByText(name).count()).toBe(0)
    await isSound(page)
    const toast = page.getByRole('alertdialog')
    const verify = async () => {
      await hand.press(item.getByRole('button', { name: start(texts['learning.health.do.verify']) }))
      const dialog = page.getByRole('dialog')
      await hand.press(dialog.getByRole('button', { name: texts['learning.health.do.verify'] }))
      await toast.getByText(fill(texts['learning.health.verify.done'], { title: 'Zero it' })).waitFor()
    }
    await verify()
    await hand.press(toast.getByRole('button', { name: texts['ui.undo'] }))
    await world.settle()
    await item.waitFor()

    await verify()
    await world.settle()
    await page.getByText(texts['learning.health.none.open']).waitFor()
    await isSound(page)
    const reader = await window(mei, { ...calm, ...hand.window })
    await reader.goto(linkTo(paths.course, { courseId }))
    const verified = texts['learning.health.verifiedBy'].split('{date}')[0] ?? ''
    await reader.getByText(start(fill(verified, { name: 'Dana Reyes' }))).waitFor()
    await isSound(reader, false)
  },
)

test('who leads sees what readers say step by step, and says who looks after it, by keyboard', async () => {
  const { lena, readers, courseId } = await readIn(world)
  await say(world, readers, courseId, 'outdated', 'p1')
  const page = await window(lena, calm)
  await page.goto(paths.groupHealth)
  const item = page.getByRole('article')
  await item.getByText('Dana Reyes looks after it').waitFor()
  await item.getByRole('button', { name: /^More/ }).press('Enter')
  await page.getByRole('menuitem', { name: en['learning.health.assign'] }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Dana Reyes/ }).waitFor()
  await isSound(page)
  await dialog.getByRole('radio', { name: /^Dana Reyes/ }).press('ArrowDown')
  await dialog.getByRole('button', { name: en['learning.health.assign.save'] }).press('Enter')
  await item.getByText('Lena Vogt looks after it').waitFor()
  await page.getByRole('alertdialog').getByRole('button', { name: uiEn['ui.undo'] }).press('Enter')
  await item.getByText('Dana Reyes looks after it').waitFor()
  await item.getByRole('button', { name: /^More/ }).press('Enter')
  await page.getByRole('menuitem', { name: en['learning.health.said'] }).press('Enter')
  await page
    .getByRole('img', { name: /^Step s1: 0% find it good, most likely between 0% and 49%$/ })
    .waitFor()
  expect(await page.getByText(en['learning.health.few']).count()).toBeGreaterThan(0)
  await isSound(page)
})

test.each([
  ['en', { ...uiEn, ...courseEn, ...en }, mouse],
  ['fr', { ...uiFr, ...courseFr, ...fr }, finger],
] as const)(
  'what somebody left is handed over in one step, its first author stays named, and it can be taken back (%s)',
  async (locale, texts, hand) => {
    const { org, lab, dana, lena, courseId } = await readIn(world)
    const max = await org.person('Max Manager', 'manager', lab)
    for (const who of [max, lena]) await speaks(who, locale)
    await dana.does(courses.createCourse, { body: { title: 'A draft on cold rooms', groupId: lab } })
    await (await org.admin()).does(endMembership, { params: { memberId: dana.id } })
    await world.settle()
    const page = await window(max, { ...calm, ...hand.window })
    await page.goto(paths.leavers)
    await page.getByText('Dana Reyes').waitFor()
    await isSound(page)
    const offer = page.getByRole('button', {
      name: fill(texts['course.leavers.handOverOf'], { name: 'Dana Reyes' }),
    })
    await hand.press(offer)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('A draft on cold rooms').waitFor()
    const chooseLena = async () => {
      await dialog.getByRole('combobox').fill('Lena')
      await hand.choose(page.getByRole('option', { name: /^Lena Vogt/ }))
      await page.getByRole('option').first().waitFor({ state: 'detached' })
    }
    await chooseLena()
    await isSound(page, false)
    const handOver = async () => {
      await hand.press(dialog.getByRole('button', { name: texts['course.leavers.handOver'] }))
      await page.getByText(texts['course.leavers.none']).waitFor()
    }
    await handOver()
    await hand.press(page.getByRole('alertdialog').getByRole('button', { name: texts['ui.undo'] }))
    await hand.press(offer)
    await chooseLena()
    await handOver()
    await page.getByRole('listitem').filter({ hasText: 'Max Manager' }).getByText('Lena Vogt').waitFor()
    await isSound(page, false)

    const own = await window(lena, { ...calm, ...hand.window })
    await own.goto(linkTo(paths.course, { courseId }))
    await own.getByText(texts['learning.lookedAfterBy']).waitFor()
    await own.getByRole('link', { name: 'Dana Reyes' }).waitFor()
    await isSound(own, false)
  },
)

test('readers of a merged course are led to the other one, and an administrator says when content is looked after', async () => {
  const { org, lab, lena, readers, courseId } = await readIn(world)
  const twin = await published(org, lena, documentOf({ s1: [] }), lab)
  const page = await window(lena, calm)
  await page.goto(paths.health)
  await page
    .getByRole('article')
    .getByRole('button', { name: start(en['learning.health.do.merge']) })
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: en['learning.health.do.merge'] }).click()
  await page.getByText('leads to the other one now').waitFor()
  const reader = await window(readers[0] as typeof lena, { ...calm, ...finger.window })
  await reader.goto(linkTo(paths.course, { courseId: twin }))
  await reader.getByText(en['learning.merged']).waitFor()
  await isSound(reader, false)
  await reader.getByRole('link', { name: 'Zero it' }).tap()
  await expect.poll(() => reader.url()).toContain(courseId)
  await reader.getByText('Dana Reyes').first().waitFor()

  const settings = await window(await org.admin(), calm)
  await settings.goto(paths.settings)
  await button(settings, en['learning.health.settings.change']).click()
  await settings.getByRole('textbox', { name: en['learning.health.settings.outdated'] }).fill('5')
  await isSound(settings)
  await settings
    .getByRole('dialog')
    .getByRole('button', { name: en['learning.health.settings.save'] })
    .click()
  await settings.getByText(en['learning.health.settings.saved']).waitFor()
  await settings.getByText('Ada Winter decided it').waitFor()
  await isSound(settings)
})

test('an author thanks those who read the published round with one press, and takes it back', async () => {
  const { org, lab, dana } = await readIn(world)
  const priya = await org.person('Priya Nair', 'reviewer', lab)
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Pack a balance', objective: 'You pack a balance so that it stays dry.', groupId: lab },
  })
  const params = { courseId: course.id }
  await write(dana, course.id, documentOf({ s1: [] }))
  const { id: reviewId } = await dana.does(reviews.askForReview, {
    params,
    body: { reviewerIds: [priya.id] },
  })
  await priya.does(reviews.giveVerdict, { params: { reviewId }, body: { verdict: 'approve' } })
  const thanked = async () => (await dana.does(getReviewThanks, { params: { reviewId } })).thanked
  const page = await window(dana, calm)
  await page.goto(linkTo(paths.editor, params))
  await button(page, validationEn['validation.findingsTitle']).click()
  await button(page, 'Thank who read it').click()
  await expect.poll(thanked).toBe(1)
  await isSound(page)
  await button(page, recognitionEn['recognition.reviewers.takeBack']).click()
  await expect.poll(thanked).toBe(0)
})
