import { expect, test } from 'vitest'
import en from '#leader/messages/en.json' with { type: 'json' }
import { computeRadar } from '#leader/radar.contract.ts'
import { paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button } from './hand.ts'

const { world, window } = openBrowserWorld()

test('one looks who would come in, by keyboard, and then lets it count', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, kofi] = [await org.person('Dana Reyes'), await org.person('Kofi Mensah')]
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) {
    const one = await org.person(name)
    for (const toId of [dana.id, kofi.id])
      await one.does(giveKudos, { body: { toIds: [toId], reason: 'For the torque gauge' } })
  }
  await dana.does(giveKudos, { body: { toIds: [kofi.id], reason: 'For the zero point' } })
  await world.settle()
  await admin.does(computeRadar)
  await world.settle()

  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.weights)
  await page.getByRole('button', { name: en['leader.weights.percent'] }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '20 of a hundred people' }).waitFor()
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /20 of a hundred/ }).waitFor()
  await button(page, en['leader.weights.preview']).focus()
  await page.keyboard.press('Enter')
  // That it is being counted is said only while it is: it may be done before anybody looks.
  await page.getByText('One person would come in, nobody would drop out, one would stay.').waitFor()
  await page.getByRole('list', { name: en['leader.weights.coming'] }).getByText('Dana Reyes').waitFor()
  expect(await axeFaults(page)).toEqual([])

  await button(page, en['leader.weights.usual']).click()
  await page.getByText(en['leader.weights.older']).waitFor()
  await page.getByRole('button', { name: en['leader.weights.percent'] }).click()
  await page.getByRole('option', { name: '20 of a hundred people' }).click()
  await button(page, en['leader.weights.save']).click()
  await page.getByText(en['leader.weights.saved']).waitFor()
  await world.settle()
  await page.goto(paths.lead)
  await page.getByText('Top 20 %: 2 of 9 people').waitFor()
  await page.getByRole('link', { name: 'Dana Reyes' }).waitFor()
})
