import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import en from '#course/messages/en.json' with { type: 'json' }
import fr from '#course/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { documentOf, truth, words } from '#test/course.ts'
import uiEn from '#ui/messages/en.json' with { type: 'json' }
import uiFr from '#ui/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { state } from './desk.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger, link, mouse } from './hand.ts'
import { enterOn } from './keyboard.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

async function isInOrder(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

test.each([
  ['en', en, uiEn, mouse],
  ['fr', fr, uiFr, finger],
] as const)(
  'a course becomes a template, another begins from it, and takes over what the next version adds (%s)',
  async (language, texts, ui, hand) => {
    const org = await world.organization()
    const [maya, dana] = [
      await org.person('Maya Brooks', 'manager'),
      await org.person('Dana Reyes', 'leader'),
    ]
    await speaks(maya, language)
    await speaks(dana, language)
    const document = documentOf({ s1: [words('p1', 'Warm it for an hour.'), truth('q1')] })
    const body = { title: 'Zero it', groupId: org.root, language, document }
    const { course } = await maya.does(courses.createCourse, { body })

    const makers = await window(maya, { ...calm, ...hand.window })
    await makers.goto(linkTo(paths.editor, { courseId: course.id }))
    await hand.press(link(makers, texts['template.makeOfCourse']))
    await field(makers, texts['template.name']).fill('At the bench')
    await makers.getByText(texts['template.courseHint']).waitFor()
    // On a phone axe does not tell that the sheet is a window, and misses the page behind it.
    if (hand === mouse) expect(await axeFaults(makers)).toEqual([])
    expect(await sidewaysFaults(makers, makers.viewportSize()?.width ?? 0)).toEqual([])
    await hand.press(button(makers, texts['template.make']))
    const text = makers.getByLabel(texts['course.editor.text'])
    await text.getByText('Warm it for an hour.').waitFor()
    expect(await makers.locator('.editor-guided').count()).toBe(2)
    await isInOrder(makers)
    await hand.press(button(makers, texts['template.publish']))
    await button(makers, texts['template.publishNext']).waitFor()

    const authors = await window(dana, { ...calm, ...hand.window })
    await authors.goto(paths.newCourse)
    const choice = authors.getByRole('radio', { name: /^At the bench/ })
    await hand.press(authors.locator('label', { has: choice }))
    await field(authors, texts['course.new.what']).fill('Zero another one')
    await hand.press(button(authors, texts['course.new.start']))
    const first = authors.locator('p.editor-guided').first()
    await first.waitFor()
    expect(await first.getAttribute('data-example')).toContain('Warm it for an hour.')
    await hand.press(first)
    await authors.keyboard.type('An hour on the third bench.')
    await state(authors, 'saved').waitFor()
    await isInOrder(authors)

    if (hand === finger) await hand.press(button(makers, texts['template.parts']))
    await field(makers, texts['template.hint']).fill('Say how long, and where.')
    await hand.press(text.locator(':scope > p').last())
    await makers.keyboard.type('Call the bench.')
    await state(makers, 'saved').waitFor()
    await hand.press(button(makers, texts['template.publishNext']))

    await expect
      .poll(async () => {
        await authors.reload()
        await authors.getByLabel(texts['course.editor.text']).waitFor()
        return button(authors, texts['template.take']).count()
      })
      .toBe(1)
    await isInOrder(authors)
    const written = authors.getByLabel(texts['course.editor.text'])
    const take = () => hand.press(button(authors, texts['template.take']))
    await take()
    await written.getByText('Call the bench.').waitFor()
    await written.getByText('An hour on the third bench.').waitFor()
    expect(await authors.locator('.editor-guided').first().getAttribute('data-guidance')).toBe(
      'Say how long, and where.',
    )
    const told = texts['template.taken'].slice(0, 12)
    const toast = authors.getByRole('alertdialog').filter({ hasText: told })
    await hand.press(toast.getByRole('button', { name: ui['ui.undo'] }))
    await button(authors, texts['template.take']).waitFor()
    await written.getByText('An hour on the third bench.').waitFor()
    expect(await written.getByText('Call the bench.').count()).toBe(0)
    await take()
    await written.getByText('Call the bench.').waitFor()

    await authors.goto(paths.templates)
    await hand.press(link(authors, 'At the bench'))
    await authors.getByText(texts['template.followsNewest']).waitFor()
    await authors.getByText(texts['template.isNew']).waitFor()
    await isInOrder(authors)
  },
)

test('whoever manages no group finds templates to use and none to make', async () => {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const page = await window(dana, calm)
  await page.goto(paths.templates)
  await page.getByText(en['template.noneText']).waitFor()
  expect(await button(page, en['template.new']).count()).toBe(0)
  await dana.does(courses.createCourse, {
    body: { title: 'Zero it', groupId: org.root, template: 'how-to' },
  })
  await enterOn(page, page.getByRole('button', { name: /^How-to/ }))
  await link(page, 'Zero it').waitFor()
  await isInOrder(page)
})
