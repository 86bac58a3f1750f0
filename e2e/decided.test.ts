import { expect, test } from 'vitest'
import en from '#leader/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import people from '#people/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, finger } from './hand.ts'
import { enterOn } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('with a finger an administrator decides about the smallest figure, and everybody reads it from then on', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const page = await window(admin, { ...calm, ...finger.window })
  await page.goto(paths.purposes)
  await page.getByText('3 people or more').waitFor()
  expect([await axeFaults(page), await sidewaysFaults(page, 360), await smallTargets(page)]).toEqual([
    [],
    [],
    [],
  ])
  await finger.press(button(page, en['leader.fewest.decide']))
  await finger.press(page.getByRole('dialog').getByRole('button', { name: en['leader.fewest.people'] }))
  const wanted = page.getByRole('option', { name: '7 people', exact: true })
  await wanted.waitFor()
  await finger.choose(wanted)
  await page.getByText(en['leader.fewest.raising']).waitFor()
  await finger.press(button(page, en['leader.fewest.save']))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('7 people or more').first().waitFor()
  const other = await window(await org.person('Mei Tanaka'), calm)
  await other.goto(paths.purposes)
  await other.getByText('fewer than 7 others are left out').waitFor()
  expect(await other.getByRole('button', { name: en['leader.fewest.decide'] }).count()).toBe(0)
})

test('by keyboard a manager says that somebody works part time, who reads it, and no colleague does', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const lena = await org.person('Lena Vogt', 'manager', lab)
  const mei = await org.person('Mei Tanaka', 'learner', lab)
  const kofi = await org.person('Kofi Mensah', 'learner', lab)
  const at = linkTo(paths.member, { memberId: mei.id })
  const page = await window(lena, { ...calm, viewport: { width: 360, height: 780 } })
  await page.goto(at)
  const menu = page.getByRole('button', { name: /What to do about Mei Tanaka/ })
  await enterOn(page, menu)
  await page.getByRole('menuitem', { name: people['people.workingTime'] }).waitFor()
  await page.keyboard.press('Enter')
  const share = page.getByRole('dialog').getByRole('button', { name: people['people.workingTime.share'] })
  await share.waitFor()
  await share.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '60%' }).waitFor()
  await page.locator('[role=option]:focus').waitFor()
  await page.keyboard.type('60')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: /60%/ }).waitFor()
  expect([await axeFaults(page), await sidewaysFaults(page, 360)]).toEqual([[], []])
  await enterOn(page, page.getByRole('dialog').getByRole('button', { name: people['people.save'] }))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const own = await window(mei, calm)
  await own.goto(paths.held)
  await own.getByText('60% of full time.').waitFor()
  expect(await axeFaults(own)).toEqual([])
  const peer = await window(kofi, calm)
  await peer.goto(at)
  await peer.getByRole('heading', { name: 'Mei Tanaka', level: 1 }).waitFor()
  expect(await peer.getByText(/60 ?%/).count()).toBe(0)
  expect(await peer.getByRole('button', { name: /What to do about Mei Tanaka/ }).count()).toBe(0)
})
