import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { getNeed } from '#need/contract.ts'
import { openBrowserWorld } from './browser.ts'

const { world, window } = openBrowserWorld()

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first()

test('five people take a need once around the loop in the browser, and another organization sees none of it', async () => {
  const org = await world.organization()
  const [ines, tomas, priya, mei] = [
    await org.person('Ines Duarte'),
    await org.person('Tomas Lindqvist', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Mei Tanaka'),
  ]
  const stranger = await (await world.organization('Elsewhere')).person('Elsa Where')

  const asking = await window(ines)
  await asking.goto('/ask/new')
  await field(asking, 'In one sentence').fill('Zeroing a torque transducer')
  await button(asking, 'Ask everyone').click()
  await asking.getByRole('heading', { level: 1, name: 'Zeroing a torque transducer' }).waitFor()
  const needPath = new URL(asking.url()).pathname

  const joining = await window(mei, { viewport: { width: 360, height: 780 } })
  await joining.goto('/ask')
  await button(joining, 'I need this too').click()
  await button(joining, 'Take your voice back').waitFor()

  const outside = await window(stranger)
  await outside.goto(needPath)
  await outside.getByText('This need is not here').waitFor()
  const needId = needPath.split('/').at(-1) ?? ''
  expect((await stranger.isRefused(getNeed, { params: { needId } })).status).toBe(404)

  const writing = await window(tomas)
  await writing.goto(needPath)
  await button(writing, 'I will teach this').click()
  await link(writing, 'Make the course').click()
  await field(writing, 'Title').fill('Zero it')
  await button(writing, 'Start writing').click()
  const text = writing.getByRole('textbox', { name: 'Text of the step' })
  await text.click()
  await writing.keyboard.type('Hang the cable as it will hang in use. Then take the zero.')
  await writing.locator('[data-state="saved"]').waitFor()
  await writing.reload()
  await writing.getByText('Hang the cable as it will hang in use.').waitFor()
  await button(writing, /^Ask (for|Priya|for review|for another)/).click()
  await writing.getByRole('dialog').getByText('Priya Nair').click()
  await writing.getByRole('dialog').getByRole('button', { name: /^Ask / }).last().click()
  await writing.getByRole('dialog').waitFor({ state: 'detached' })

  const reviewing = await window(priya)
  await reviewing.goto('/create/reviews')
  await link(reviewing, 'Zero it').click()
  await button(reviewing, 'Approve').click()
  const sure = reviewing.getByRole('dialog').getByRole('button', { name: /Approve/ })
  await Promise.race([sure.click(), reviewing.waitForURL('**/create/reviews')])

  await joining.goto('/')
  // The story is there, or behind the button when it came in while the page was opening.
  const story = joining.getByText('made a course for a need you voiced')
  const fresh = button(joining, /^\d+ new$/)
  await story.or(fresh).first().waitFor()
  if (await fresh.isVisible()) await fresh.click()
  await story.waitFor()
  await link(joining, /Zero it/).click()
  await link(joining, 'Start').click()
  await joining.getByText('Hang the cable as it will hang in use.').waitFor()
  await button(joining, 'Finish the course').click()
  const done = joining.getByRole('dialog')
  await done.getByRole('button', { name: 'Thank Tomas Lindqvist' }).click()
  await joining.getByRole('textbox', { name: 'What for?' }).fill('It saved us a return trip to Oslo.')
  await button(joining, 'Thank them').click()
  await joining.getByText('Tomas Lindqvist will be glad.').waitFor()

  await asking.goto('/impact')
  await asking.getByRole('link', { name: /1 Validated/ }).waitFor()
  await asking.getByRole('link', { name: /1 Recognized/ }).click()
  await link(asking, 'Zeroing a torque transducer').waitFor()
  await outside.goto('/thanks')
  await outside.getByText('No thanks yet').waitFor()
})
