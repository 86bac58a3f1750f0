import { expect, test } from 'vitest'
import en from '#leader/messages/en.json' with { type: 'json' }
import { raiseNeed } from '#need/contract.ts'
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field } from './hand.ts'

const { world, window } = openBrowserWorld()

test('a topic is named from what titles speak of, gets another name, is merged, taken out and taken away', async () => {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  for (const title of ['Why a gauge block wears', 'How worn is a gauge block?', 'Which spanner?'])
    await mei.does(raiseNeed, { body: { title, details: '', groupId: org.root } })
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.topics)
  await page.getByText(en['leader.topics.none']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await button(page, 'Gauge block (2)').click()
  await button(page, en['leader.topics.save']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['leader.topics.save']).click()
  const row = page.getByRole('row', { name: /Gauge block/ })
  await row.getByRole('cell', { name: '2', exact: true }).waitFor()

  await button(page, en['leader.topics.add']).click()
  await field(page, en['leader.topics.name']).fill('Wrenches')
  await page.getByRole('textbox', { name: en['leader.topics.words'] }).fill('spanner\nclé')
  await button(page, en['leader.topics.save']).click()
  await page
    .getByRole('row', { name: /Wrenches/ })
    .getByRole('cell', { name: '1', exact: true })
    .waitFor()

  const act = async (topic: string, item: string) => {
    await button(page, `More about ${topic}`).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await act('Wrenches', en['leader.topics.merge'])
  await page.getByRole('dialog').getByRole('button', { name: en['leader.topics.into'] }).click()
  await page.getByRole('option', { name: 'Gauge block' }).click()
  await button(page, en['leader.topics.mergeDo']).click()
  await row.getByRole('cell', { name: '3', exact: true }).waitFor()
  await act('Gauge block', en['leader.topics.rename'])
  await button(page, en['leader.topics.takeOut']).click()
  await row.getByRole('cell', { name: '2', exact: true }).waitFor()

  await act('Wrenches', en['leader.topics.remove'])
  await page.getByRole('alertdialog').getByRole('button', { name: en['leader.topics.remove'] }).click()
  await page.getByRole('row', { name: /Wrenches/ }).waitFor({ state: 'detached' })

  const learner = await window(mei)
  await learner.goto(paths.topics)
  await learner.getByRole('row', { name: /Gauge block/ }).waitFor()
  expect(await button(learner, en['leader.topics.add']).count()).toBe(0)
})
