import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import * as learning from '#learning/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, goToEnd, openDesk, state } from './desk.ts'
import { axeFaults } from './faults.ts'

const browser = openBrowserWorld()

const film = Buffer.from('\u001aE\u00df\u00a3\u009fB\u0082\u0084webm', 'latin1')
const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nTurn the wheel until it stops.\n'

/** Answers the file window that a deed opens. */
async function answer(page: Page, deed: () => Promise<void>, name: string, buffer: Buffer): Promise<void> {
  const window = page.waitForEvent('filechooser')
  await deed()
  await (await window).setFiles({ name, mimeType: '', buffer })
}

test('an author adds captions to a video, what are none is refused by its content, and learners read them', async () => {
  const { org, author, params, page } = await openDesk(browser)
  await goToEnd(page)
  await page.keyboard.type('/video')
  await page.getByRole('option').first().waitFor()
  await answer(page, () => page.keyboard.press('Enter'), 'zero.webm', film)
  const stored = async () => {
    const video = (await blocksOf(author, params)).find(({ type }) => type === 'video')
    return video?.type === 'video' ? video.attrs.captions : undefined
  }
  const add = button(page, 'Add captions')
  await answer(page, () => add.click(), 'zero.vtt', Buffer.from('Turn the wheel.'))
  await page.getByText('This is no WebVTT file').waitFor()
  await expect.poll(stored).toBeNull()
  await answer(page, () => add.press('Enter'), 'zero.vtt', Buffer.from(captions))
  await page.getByText('This video has captions.').waitFor()
  expect(await page.getByText('This is no WebVTT file').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await expect.poll(stored).toMatch(/^[0-9a-f-]{36}$/)
  await state(page, 'saved').waitFor()

  await org.as((scope) => publishCourse(scope, params.courseId, null))
  const learner = await org.person('Mei Tanaka')
  const { stepId } = await learner.does(learning.startCourse, { params })
  const reading = await browser.window(learner)
  await reading.goto(linkTo(paths.player, { ...params, stepId }))
  await reading.locator('video track[kind="captions"]').waitFor({ state: 'attached' })
  const words = () => reading.evaluate(`document.querySelector('track').track.cues?.[0]?.text`)
  await expect.poll(words).toBe('Turn the wheel until it stops.')

  await button(page, 'Take the captions off').click()
  await expect.poll(stored).toBeNull()
})
