import { expect, test } from 'vitest'
import en from '#learning/messages/en.json' with { type: 'json' }
import * as talk from '#learning/talk.contract.ts'
import { linkTo, paths } from '#paths'
import { blockId, documentOf, published } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { field } from './hand.ts'

const { world, window } = openBrowserWorld()

test('what is sent twice while it is on its way is said once, and what is written meanwhile stays', async () => {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes', 'leader'), await org.person('Mei Tanaka')]
  const params = { courseId: await published(org, dana, documentOf({ s1: [] })) }
  const page = await window(mei)
  await page.goto(linkTo(paths.player, { ...params, stepId: blockId('s1') }))
  const isWritten = Promise.withResolvers<void>()
  await page.route('**/comments', async (route) => {
    await isWritten.promise
    await route.continue()
  })
  const say = field(page, en['learning.say'])
  await say.fill('Is a tenth enough?')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type(' And in the cold?')
  isWritten.resolve()
  await page.locator('.learning-said').getByText('Is a tenth enough?').waitFor()
  await expect.poll(() => say.inputValue()).toBe('And in the cold?')
  const { items } = await dana.does(talk.listCourseComments, { params, query: { stepId: blockId('s1') } })
  expect(items.map(({ body }) => body)).toEqual(['Is a tenth enough?'])
})
