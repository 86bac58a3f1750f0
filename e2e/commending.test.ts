import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import en from '#recognition/messages/en.json' with { type: 'json' }
import { documentOf, published } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger } from './hand.ts'
import { newsOf } from './journey/cast.ts'

const { world, window } = openBrowserWorld()

test('who manages a group is reminded of somebody who helped there, commends them from what Cairn knows, and they read it', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const [mira, dana, kofi] = [
    await org.person('Mira Holt', 'manager', lab),
    await org.person('Dana Reyes', 'learner', lab),
    await org.person('Kofi Mensah', 'learner', lab),
  ]
  for (const who of [dana, kofi]) await published(org, who, documentOf({ s1: [] }), lab)
  await world.settle()

  const page = await window(mira, { reducedMotion: 'reduce' })
  await page.goto(paths.home)
  await page.getByRole('link', { name: /2 people deserve a word of yours/ }).click()
  const due = page.getByRole('list', { name: en['commendation.due'] })
  await due.getByText('Kofi Mensah').waitFor()
  await button(page, 'Not now: Kofi Mensah').click()
  await page.getByText('You are not reminded of Kofi Mensah for a month.').waitFor()
  await due.getByText('Kofi Mensah').waitFor({ state: 'detached' })

  await button(page, 'Commend Dana Reyes').click()
  const words = field(page, en['commendation.reason'])
  expect(await words.inputValue()).toBe('Dana Reyes: a course published.')
  await words.fill('Dana Reyes: a course published. The night shift zeroes its gauges alone now.')
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['commendation.send']).click()
  await page.getByRole('article').filter({ hasText: 'night shift' }).getByText('commended').waitFor()
  await due.waitFor({ state: 'detached' })

  const phone = await window(dana, { ...finger.window, reducedMotion: 'reduce' })
  await phone.goto(paths.home)
  await newsOf({ ...finger, page: phone }, 'Mira Holt commended you')
  await phone.goto(linkTo(paths.member, { memberId: kofi.id }))
  await button(phone, 'Thank Kofi Mensah').waitFor()
  expect(await phone.getByRole('button', { name: en['commendation.commend'] }).count()).toBe(0)
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
})

test('on a phone the list of who deserves a word fits, and the suggestion is there to be changed', async () => {
  const org = await world.organization()
  const mira = await org.admin()
  const dana = await org.person('Dana Reyes')
  await published(org, dana, documentOf({ s1: [] }))
  await world.settle()
  const phone = await window(mira, { ...finger.window, reducedMotion: 'reduce' })
  await phone.goto(paths.thanks)
  await button(phone, 'Commend Dana Reyes').waitFor()
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await button(phone, 'Commend Dana Reyes').click()
  await field(phone, en['commendation.reason']).waitFor()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
})
