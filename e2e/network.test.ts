import { expect, test } from 'vitest'
import en from '#leader/messages/en.json' with { type: 'json' }
import { setPurpose } from '#leader/purpose.contract.ts'
import { paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import type { Person } from '#test/organization.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button } from './hand.ts'

const { world, window } = openBrowserWorld()

/** Five people of a lab who all thanked each other, and Lena, who manages it. */
async function laboratory(isOn = true) {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const decision = { isOn, legalNote: 'Agreement of May', keepDays: 365, seenBy: 'managers' as const }
  await (await org.admin()).does(setPurpose, { params: { purpose: 'network' }, body: decision })
  const lena = await org.person('Lena Vogt', 'manager', lab)
  const people: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva']) people.push(await org.person(name, 'learner', lab))
  for (const from of people)
    for (const to of people)
      if (from !== to) await from.does(giveKudos, { body: { toIds: [to.id], reason: 'For the gauge' } })
  await world.settle()
  return { lena, people }
}

const ofPeople = `${paths.network}?view=people`
const rows = '.ui-table tbody tr'

test('the picture and the table hold the same links, and a name chosen by keyboard lights up in both', async () => {
  const { lena } = await laboratory()
  const page = await window(lena, { reducedMotion: 'reduce' })
  await page.goto(paths.network)
  await page.locator('canvas[data-drawn="all"]').waitFor()
  await page.getByRole('img', { name: /one place, one link/ }).waitFor()
  await page.getByRole('cell', { name: '20 to 49' }).waitFor()
  await page.getByRole('radio', { name: en['leader.network.view.people'] }).click()
  await page.getByRole('img', { name: /5 places, 20 links/ }).waitFor()
  await page.locator('canvas[data-drawn="all"]').waitFor()
  await page.getByText('1 to 20 of 20').waitFor()
  expect(await page.locator(rows).count()).toBe(20)
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('columnheader', { name: en['leader.network.from'] }).getByRole('button').click()
  await page.keyboard.press('j')
  expect(await page.locator(':focus').textContent()).toBe('Ann')
  await page.keyboard.press('Enter')
  await page.getByText('Ann helps 4 others and learns from 4 of them.').waitFor()
  await page.getByText('1 to 8 of 8').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['leader.network.letGo']).click()
  await page.getByText('1 to 20 of 20').waitFor()

  await page.getByRole('tab', { name: en['leader.network.nodes'] }).click()
  await page.getByText('1 to 5 of 5').waitFor()
  await page.locator('canvas').focus()
  for (const key of ['ArrowLeft', '+', '-', '0']) await page.keyboard.press(key)
  await page.locator('canvas[data-drawn="all"]').waitFor()
})

test('without WebGL the page says so, and the table is there', async () => {
  const { lena } = await laboratory()
  const page = await window(lena)
  await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null')
  await page.goto(ofPeople)
  await page.getByText(en['leader.network.noPicture']).waitFor()
  expect(await page.locator(rows).count()).toBe(20)
  expect(await axeFaults(page)).toEqual([])
})

test('where it is switched off the page says so, and whoever may not see it is told', async () => {
  const { lena, people } = await laboratory(false)
  const page = await window(lena)
  await page.goto(ofPeople)
  await page.getByRole('heading', { name: en['leader.network.off'] }).waitFor()
  await page.getByRole('link', { name: en['leader.part.why'] }).waitFor()
  const other = await window(people[0] ?? null)
  await other.goto(paths.network)
  await other.getByText(en['problem.radar.not-yours']).waitFor()
})
