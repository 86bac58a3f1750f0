import { expect, test } from 'vitest'
import app from '#app/messages/en.json' with { type: 'json' }
import leader from '#leader/messages/en.json' with { type: 'json' }
import { commentOnCourse } from '#learning/talk.contract.ts'
import { paths } from '#paths'
import { documentOf, published, words } from '#test/course.ts'
import { leaderIn } from '#test/volunteer.ts'
import en from '#volunteers/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, finger, link } from './hand.ts'
import { enterOn } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('somebody says on a phone that they are interested, picks a step and does it; whoever is to greet them does, and they read it', async () => {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const dana = await leaderIn(org, 'Dana Reyes', lab)
  const mei = await org.person('Mei Tanaka', 'learner', lab)
  const courseId = await published(org, dana, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  const kofi = await org.person('Kofi Mensah')
  await kofi.does(commentOnCourse, { params: { courseId }, body: { body: 'How tight is tight?' } })

  const phone = await window(mei, { ...finger.window, ...calm })
  await phone.goto(paths.home)
  await finger.press(button(phone, app['app.home.volunteerCome']))
  await phone.getByText('Thank you! You volunteer in Torque.').waitFor()
  await phone.getByText('Dana Reyes was told and will greet you.', { exact: false }).waitFor()
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  expect(await smallTargets(phone)).toEqual([])
  await finger.press(button(phone, en['volunteers.step.answer']))
  await phone.getByRole('link', { name: 'How tight is tight?' }).waitFor()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await finger.press(button(phone, en['volunteers.other']))
  await finger.press(button(phone, en['volunteers.step.topic']))
  await finger.press(button(phone, leader['leader.profile.say']))
  await field(phone, leader['leader.profile.helpsWith']).fill('Choosing a torque transducer')
  await finger.press(button(phone, leader['leader.profile.save']))
  await phone.getByText(en['volunteers.done.topic']).waitFor()
  expect(await axeFaults(phone)).toEqual([])

  const page = await window(dana, calm)
  await page.goto(paths.home)
  await link(page, 'Greet Mei Tanaka').click()
  const card = page.locator('#volunteers')
  await card.getByText('Already: picked a topic.', { exact: false }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, button(page, 'Greet Mei Tanaka'))
  await field(page, en['volunteers.greet.label']).fill('Welcome, Mei! Coffee on Thursday?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('Mei Tanaka reads your greeting now.').waitFor()
  await card.getByText(en['volunteers.toGreet.none']).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await phone.getByText('“Welcome, Mei! Coffee on Thursday?”').waitFor()
  await finger.press(button(phone, en['volunteers.leave']))
  await phone.getByText(en['volunteers.left']).waitFor()
  await button(phone, en['volunteers.come']).waitFor()
})

test('a volunteer is handed over, and everybody whom one looks after stands in one list', async () => {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [dana, kofi] = [await leaderIn(org, 'Dana Reyes', lab), await org.person('Kofi Mensah', 'admin', lab)]
  const mei = await org.person('Mei Tanaka', 'learner', lab)
  const phone = await window(mei, calm)
  await phone.goto(paths.volunteer)
  await button(phone, en['volunteers.come']).waitFor()
  expect(await axeFaults(phone)).toEqual([])
  await button(phone, en['volunteers.come']).click()
  await phone.getByText(en['volunteers.choose']).waitFor()

  const page = await window(dana, calm)
  await page.goto(paths.lead)
  await button(page, en['volunteers.handOver']).click()
  await button(page, 'Ask Kofi Mensah').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('#volunteers').count()).toBe(0)

  const other = await window(kofi, calm)
  await other.goto(paths.lead)
  await other.locator('#volunteers').getByText('Mei Tanaka').first().waitFor()
  await button(other, en['volunteers.all']).click()
  await other.getByRole('list', { name: en['volunteers.all'] }).getByText('Mei Tanaka').waitFor()
  expect(await axeFaults(other)).toEqual([])
})
