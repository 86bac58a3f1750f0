import { expect, test } from 'vitest'
import app from '#app/messages/en.json' with { type: 'json' }
import en from '#leader/messages/en.json' with { type: 'json' }
import { addTopic } from '#leader/topic.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import thanks from '#recognition/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, finger } from './hand.ts'

const { world, window } = openBrowserWorld()

test('somebody says on a phone what they can help with, is found, asked, endorsed, can help, and is thanked on the need', async () => {
  const org = await world.organization()
  await (await org.admin()).does(addTopic, { body: { name: 'Torque', words: [] } })
  const [dana, mei] = [await org.person('Dana Reyes'), await org.person('Mei Tanaka')]

  const own = await window(dana, { ...finger.window, reducedMotion: 'reduce' })
  await own.goto(paths.experts)
  await button(own, en['leader.profile.say']).tap()
  await field(own, en['leader.profile.helpsWith']).fill('Choosing a torque transducer')
  await own.getByRole('combobox', { name: en['leader.profile.topics'] }).fill('Torq')
  await finger.choose(own.getByRole('option', { name: 'Torque' }))
  await own.keyboard.press('Escape')
  await button(own, en['leader.profile.save']).tap()
  await own
    .getByRole('list', { name: en['leader.experts'] })
    .getByText('Choosing a torque transducer')
    .waitFor()

  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(paths.experts)
  await page.getByRole('searchbox').last().fill('transducer')
  await page
    .getByRole('list', { name: en['leader.experts'] })
    .getByRole('link', { name: 'Dana Reyes' })
    .click()
  const endorse = button(page, 'Torque: say that Dana Reyes can help with it')
  await endorse.click()
  await expect.poll(() => endorse.getAttribute('aria-pressed')).toBe('true')
  await page.reload()
  await expect.poll(() => endorse.getAttribute('aria-pressed')).toBe('true')
  await button(page, en['leader.ask.button']).click()
  await field(page, en['leader.ask.what']).fill('Which torque transducer fits a wrench of 20 Nm?')
  expect(await axeFaults(page)).toEqual([])
  await button(page, 'Ask Dana Reyes').click()
  await page.getByRole('list', { name: en['leader.asking.asked'] }).getByText('Dana Reyes').waitFor()
  await page.getByText(en['leader.asking.waiting']).waitFor()

  await own.goto(paths.home)
  await own.getByText('Can you help? Which torque transducer fits a wrench of 20 Nm?').first().waitFor()
  await own.getByRole('link', { name: /^Can you help/ }).tap()
  await button(own, en['leader.asking.help']).tap()
  await own.getByText(en['leader.asking.mine.helping']).waitFor()
  await page.getByText(en['leader.asking.helping'], { exact: true }).waitFor()

  await button(page, 'Thank Dana Reyes').click()
  await field(page, thanks['recognition.reason']).fill('You told me to take the 25 Nm one.')
  await button(page, thanks['recognition.send']).click()
  const helped = (of: typeof page) => of.getByRole('list', { name: app['app.need.helped'] })
  await helped(page).getByText('You told me to take the 25 Nm one.').waitFor()
  expect(await button(page, 'Thank Dana Reyes').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await helped(own).getByText('You told me to take the 25 Nm one.').waitFor()
  expect(await button(own, app['app.need.helpedBy']).count()).toBe(0)
})

test('the best three are asked about a need, by keyboard, and passing it on asks the next', async () => {
  const org = await world.organization()
  const [ann, mei] = [await org.person('Ann Other'), await org.person('Mei Tanaka')]
  const lena = await org.person('Lena Vogt', 'manager')
  const body = { title: 'Knurling wheels, how?', details: '', groupId: org.root }
  const { id: needId } = await mei.does(raiseNeed, { body })
  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(linkTo(paths.need, { needId }))
  await button(page, en['leader.asking.ask']).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Lena Vogt', { exact: true }).waitFor()

  const other = await window(ann, { reducedMotion: 'reduce' })
  await other.goto(linkTo(paths.need, { needId }))
  await other.getByText(en['leader.asking.waiting']).waitFor()
  expect(await button(other, en['leader.asking.help']).count()).toBe(0)

  const own = await window(lena, { reducedMotion: 'reduce' })
  await own.goto(linkTo(paths.need, { needId }))
  await own.getByText('Mei Tanaka asks whether you can help').waitFor()
  expect(await axeFaults(own)).toEqual([])
  await button(own, en['leader.asking.pass']).focus()
  await own.keyboard.press('Enter')
  await own.getByText(en['leader.asking.mine.passed']).waitFor()
  await page.getByText(en['leader.asking.passed'], { exact: true }).waitFor()
})
