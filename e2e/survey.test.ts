import { expect, test } from 'vitest'
import app from '#app/messages/en.json' with { type: 'json' }
import en from '#leader/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { answer, eightOf } from '#test/setup/surveys.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, finger, link, mouse } from './hand.ts'
import { chooseFound, enterOn, tabTo, typeInto } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('a manager asks a group, somebody answers by keyboard in a window as small as a phone’s, and it counts', async () => {
  const { lena, people, kept } = await eightOf(world)
  const [ann, ben, cem] = people
  const page = await window(lena, calm)
  await page.goto(paths.lead)
  await mouse.press(link(page, en['leader.surveys']))
  await page.getByText(en['leader.surveys.none']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await mouse.press(button(page, en['leader.surveys.open']))
  await page.getByText('10 asked, fewer than 3 answers.').waitFor()
  await mouse.press(button(page, en['leader.surveys.open']))
  await page.getByText('A survey is open already in this group').waitFor()

  const own = await window(ann, { ...calm, viewport: { width: 360, height: 780 } })
  await own.goto(paths.home)
  await link(own, app['app.home.survey']).press('Enter')
  await own.getByRole('heading', { name: en['leader.survey'], level: 1 }).waitFor()
  const find = own.getByRole('combobox', { name: en['leader.survey.find'] })
  await typeInto(own, find, 'ben')
  await chooseFound(own, find, 'Ben Bauer')
  // The field has the focus again and its list is open, for the next name.
  await own.getByText('One of 7 named').waitFor()
  await own.keyboard.type('cem')
  await chooseFound(own, find, 'Cem Cinar')
  await own.getByText('2 of 7 named').waitFor()
  await own.keyboard.press('Escape')
  await typeInto(own, field(own, /With what does Ben Bauer help you/), 'Torque transducers')
  await tabTo(own, button(own, 'Take Cem Cinar away'))
  await own.keyboard.press('Enter')
  await own.getByRole('heading', { name: 'One of 7 named' }).waitFor()
  expect([await axeFaults(own), await sidewaysFaults(own, 360)]).toEqual([[], []])
  // Nothing is lost on the way.
  await own.reload()
  await own.getByRole('heading', { name: 'One of 7 named' }).waitFor()
  expect(await field(own, /With what does Ben Bauer help you/).inputValue()).toBe('Torque transducers')
  expect(await kept()).toEqual([])
  await field(own, /With what does Ben Bauer help you/).focus()
  await enterOn(own, button(own, en['leader.survey.send']))
  await own.getByRole('heading', { name: en['leader.survey.yours'] }).waitFor()
  await own.getByText('Torque transducers').waitFor()
  expect(await axeFaults(own)).toEqual([])
  expect((await kept()).map(({ helperId, topic }) => [helperId, topic])).toEqual([
    [ben.id, 'Torque transducers'],
  ])
  await own.goto(paths.me)
  await own.getByText('You answered. You may change it until').waitFor()

  const survey = {
    id:
      (await own.getByRole('link', { name: /Lena Vogt asks/ }).getAttribute('href'))?.split('/').pop() ?? '',
  }
  for (const who of [cem, people[3]]) await answer(who, survey, [ben])
  await page.reload()
  await page.getByText('10 asked, 3 or more answered.').waitFor()
  await mouse.press(button(page, en['leader.surveys.close']))
  await mouse.press(page.getByRole('alertdialog').getByRole('button', { name: en['leader.surveys.close'] }))
  await page.getByText(en['leader.surveys.isEnded'], { exact: true }).waitFor()
  await world.settle()
  const named = await window(ben, calm)
  await named.goto(paths.held)
  await named.getByText('Named 3 times in the survey').waitFor()
  expect(await named.getByText(en['leader.held.named']).count()).toBe(3)
  expect(await named.getByText('Ann Abel').count()).toBe(0)
  expect(await axeFaults(named)).toEqual([])
})

test('with a finger colleagues are named from those drawn, an answer is changed, taken back, and given after all', async () => {
  const { people, open, kept } = await eightOf(world)
  const [ann] = people
  const survey = await open()
  const page = await window(ann, { ...calm, ...finger.window })
  await page.goto(linkTo(paths.survey, { surveyId: survey.id }))
  const colleagues = page.getByRole('region', { name: en['leader.survey.colleagues'] }).getByRole('button')
  await colleagues.first().waitFor()
  expect(await colleagues.count()).toBe(5)
  expect(await page.getByRole('main').getByRole('img').count()).toBe(0)
  expect(await smallTargets(page)).toEqual([])
  await finger.press(colleagues.nth(0))
  await finger.press(colleagues.nth(1))
  await finger.press(button(page, en['leader.survey.send']))
  await page.getByRole('heading', { name: en['leader.survey.yours'] }).waitFor()
  expect(await kept()).toHaveLength(2)
  await finger.press(button(page, en['leader.survey.change']))
  await finger.press(colleagues.nth(1))
  await finger.press(button(page, en['leader.survey.send']))
  await page.getByRole('heading', { name: en['leader.survey.yours'] }).waitFor()
  expect(await kept()).toHaveLength(1)
  await finger.press(button(page, en['leader.survey.takeBack']))
  await page.getByRole('heading', { name: en['leader.survey.declined'], exact: true }).waitFor()
  expect([await kept(), await axeFaults(page)]).toEqual([[], []])
  await finger.press(button(page, en['leader.survey.answerAfterAll']))
  await finger.press(colleagues.nth(2))
  await finger.press(button(page, en['leader.survey.send']))
  await page.getByRole('heading', { name: en['leader.survey.yours'] }).waitFor()
  expect(await kept()).toHaveLength(1)
})
