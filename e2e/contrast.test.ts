import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import editorEn from '#course/messages/en.json' with { type: 'json' }
import editorFr from '#course/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { documentOf, truth, words, write } from '#test/course.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import fr from '#validation/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { button, state } from './desk.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

/** A picture of words, as a browser draws them. */
async function sign(page: Page, tone: string): Promise<Buffer> {
  await page.setContent(
    `<p style="width: 560px; margin: 0; padding: 20px; font: 22px sans-serif; color: ${tone}; background: #fff">
      Turn the bezel until the pointer stands on zero, then wait a minute and look again.</p>`,
  )
  return page.locator('p').screenshot()
}

test.each([
  ['en', { ...en, ...editorEn }, mouse],
  ['fr', { ...fr, ...editorFr }, finger],
] as const)(
  'whoever puts in a picture with pale words is told at once, in %s, led to it, and told no more once they are strong',
  async (locale, texts, hand) => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes', 'leader')
    await speaks(dana, locale)
    const { course } = await dana.does(courses.createCourse, {
      body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
    })
    await write(dana, course.id, documentOf({ s1: [truth('q1'), words('w1', 'Look.')] }))
    const canvas = await window(null)
    const [pale, strong] = [await sign(canvas, '#b8b8b8'), await sign(canvas, '#333')]

    const page = await window(dana, { reducedMotion: 'reduce', ...hand.window })
    page.on('filechooser', () => undefined)
    await page.goto(linkTo(paths.editor, { courseId: course.id }))
    const notes = page.getByRole('region', { name: texts['validation.charter.looks'] })
    await hand.press(notes.getByRole('button').first())
    const insert = async (buffer: Buffer) => {
      await page.locator('.ProseMirror > p').last().click()
      const chosen = page.waitForEvent('filechooser')
      await hand.press(button(page, texts['course.editor.insert']))
      // The keys go to the text again a moment after the menu is there.
      await page.locator('.ProseMirror:focus').waitFor()
      await page.getByRole('option').first().waitFor()
      await page.keyboard.type(texts['course.editor.insert.image'])
      await page.getByRole('option', { name: texts['course.editor.insert.image'] }).first().waitFor()
      await page.keyboard.press('Enter')
      await (await chosen).setFiles({ name: 'bezel.png', mimeType: 'image/png', buffer })
    }
    await insert(pale)
    const picture = page.locator('.editor-media img')
    const [start = ''] = texts['validation.fault.contrast'].split('{')
    const fault = notes.getByText(start)
    await fault.waitFor()
    expect(await fault.textContent()).toMatch(
      locale === 'fr' ? /d’environ (1,9|2) pour 1/ : /about (1.9|2) to 1/,
    )
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
    await hand.press(
      notes.getByRole('button', { name: `${texts['validation.charter.go']} (${await fault.textContent()})` }),
    )
    const isInSight = async () => {
      const { y = 0, height = 0 } = (await picture.boundingBox()) ?? {}
      return height > 0 && y + height > 0 && y < (page.viewportSize()?.height ?? 0)
    }
    await expect.poll(isInSight).toBe(true)
    await state(page, 'saved').waitFor()

    await hand.press(page.getByRole('button', { name: texts['course.editor.blockMenu'] }).first())
    await page.getByRole('menuitem', { name: texts['course.editor.removeBlock'] }).press('Enter')
    await fault.waitFor({ state: 'detached' })
    await insert(strong)
    await picture.waitFor()
    const looks = () => world.stored(org.id, 'select from picture_looks where contrast is not null')
    await expect.poll(async () => (await looks()).length).toBe(2)
    await state(page, 'saved').waitFor()
    expect(await fault.count()).toBe(0)
  },
)
