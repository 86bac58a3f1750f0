import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import editorEn from '#course/messages/en.json' with { type: 'json' }
import editorFr from '#course/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { documentOf, truth, write } from '#test/course.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import fr from '#validation/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

test.each([
  ['en', { ...editorEn, ...en }, mouse],
  ['fr', { ...editorFr, ...fr }, finger],
] as const)(
  'who asks for a review too early is led to the question that is not finished, and asks once it is (%s)',
  async (locale, texts, hand) => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes', 'leader')
    await org.person('Priya Nair', 'reviewer')
    await speaks(dana, locale)
    const { course } = await dana.does(courses.createCourse, {
      body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
    })
    const silent = { ...truth('q1'), attrs: { ...truth('q1').attrs, prompt: '' } }
    await write(dana, course.id, documentOf({ s1: [], s2: [truth('q0'), silent] }))
    const page = await window(dana, hand.window)
    await page.goto(linkTo(paths.editor, { courseId: course.id }))
    await page.getByText('Words of s1').waitFor()
    await hand.press(button(page, texts['validation.ask']))
    const prompt = page.locator('.editor-question').nth(1).getByLabel(texts['course.editor.prompt'])
    await expect
      .poll(() => prompt.evaluate((field) => field === field.ownerDocument.activeElement))
      .toBe(true)
    await page.getByText(/^(Finish this question first|Terminez d’abord cette question)/).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await prompt.fill('Is zero a measurement?')
    await hand.press(button(page, texts['validation.ask']))
    await page.getByRole('dialog', { name: texts['validation.askWho'] }).waitFor()
  },
)
