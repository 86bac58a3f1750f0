import { expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import en from '#need/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { button, finger } from './hand.ts'

const { world, window } = openBrowserWorld()

test('on a phone a list that opens while its window is still rising stands at its field once the window has come', async () => {
  const org = await world.organization()
  const [admin, asker] = [await org.person('Ada Quist', 'admin'), await org.person('Ines Sol', 'learner')]
  const raise = (title: string) => asker.does(raiseNeed, { body: { title, details: '', groupId: org.root } })
  const [need, same] = [await raise('Zero a gauge in the cold'), await raise('Zero a gauge in winter')]
  const page = await window(admin, finger.window)
  await page.goto(linkTo(paths.need, { needId: need.id }))
  await finger.press(page.getByRole('button', { name: en['need.actions'], exact: true }))
  // It stands still as soon as it has begun to rise, however long the rest takes here.
  await page.evaluate(`{
    document.documentElement.style.setProperty('--calm', '4s')
    document.addEventListener('animationstart', ({ target }) => {
      if (target.matches('.ui-modal')) for (const movement of target.getAnimations()) { movement.currentTime = 2000; movement.pause() }
    })
  }`)
  await finger.choose(page.getByRole('menuitem', { name: en['need.merge'] }))
  const modal = page.locator('.ui-modal')
  const moving = () => modal.evaluate((one) => one.getAnimations().length)
  await expect.poll(moving).toBe(1)
  // On a slow line the field itself may come as late as this.
  await page.locator('.ui-dialog-head button').focus()
  const field = page.getByRole('combobox', { name: en['need.merge.into'] })
  await field.fill(same.title)
  await page.getByRole('option', { name: same.title, exact: true }).waitFor()
  expect(await moving()).toBe(1)
  await modal.evaluate((one) => {
    for (const movement of one.getAnimations()) movement.play()
  })
  await expect.poll(moving).toBe(0)
  await finger.choose(page.getByRole('option', { name: same.title, exact: true }))
  await finger.press(button(page, en['need.merge.do']))
  await page.getByRole('heading', { level: 1, name: same.title }).waitFor()
})
