import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import feed from '#feed/messages/en.json' with { type: 'json' }
import en from '#leader/messages/en.json' with { type: 'json' }
import { nominate } from '#leader/nomination.contract.ts'
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

/** Dana, whom Lena has asked to lead in a lab, with Me open; and Lena with the radar open. */
async function asked() {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [dana, lena] = [
    await org.person('Dana Reyes', 'learner', lab),
    await org.person('Lena Vogt', 'manager', lab),
  ]
  const body = { memberId: dana.id, groupId: lab, reason: 'People come back to her.', isAsked: true }
  await lena.does(nominate, { body })
  const [own, page] = [await window(dana, calm), await window(lena, calm)]
  await page.goto(paths.lead)
  await nominationIn(page).getByText(en['leader.nomination.asked'], { exact: true }).waitFor()
  await own.goto(paths.me)
  await own.getByText('Lena Vogt asks you to become a leader of Torque').waitFor()
  return { org, dana, lena, own, page }
}

const nominationIn = (page: Page) => page.getByRole('article', { name: 'Dana Reyes' })
const mine = (page: Page) => page.getByRole('article', { name: 'Torque' })

/** Says something with an answer, and sends it with the keys. */
async function sayInDialog(page: Page, words: string): Promise<void> {
  await typeInto(
    page,
    page.getByRole('dialog').getByRole('textbox', { name: en['leader.answer.note'] }),
    words,
  )
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('somebody who is asked to lead declines by keyboard: whoever asked reads why, nothing waits any more, and they may think better of it', async () => {
  const { own, page } = await asked()
  await enterOn(own, button(own, en['leader.answer.declined']))
  await sayInDialog(own, 'I have no time before the audit.')
  await mine(own).getByText(en['leader.nomination.declined'], { exact: true }).waitFor()
  expect(await button(own, en['leader.answer.declined']).count()).toBe(0)

  await page.getByText(en['leader.nominations.none']).waitFor()
  await world.settle()
  await page.goto(paths.home)
  const story = page.getByRole('article').filter({ hasText: 'Dana Reyes does not want to lead in Torque' })
  await story.getByText('I have no time before the audit.').waitFor()

  await enterOn(own, button(own, en['leader.answer.accepted']))
  await own.getByRole('dialog').waitFor()
  await own.keyboard.press('Control+Enter')
  await mine(own).getByText(en['leader.nomination.accepted'], { exact: true }).waitFor()
})

test('somebody asks for later by keyboard and says when: whoever asked reads so, and it is asked again once that has come', async () => {
  const { org, dana, lena, own, page } = await asked()
  await enterOn(own, button(own, en['leader.answer.later']))
  const when = own.getByRole('dialog').getByRole('button', { name: en['leader.answer.months'] })
  await tabTo(own, when, 'Shift+Tab')
  await own.keyboard.press('Enter')
  await own.getByRole('option', { name: 'In 6 months' }).waitFor()
  await own.keyboard.type('In 6')
  await own.keyboard.press('Enter')
  await when.filter({ hasText: 'In 6 months' }).waitFor()
  await sayInDialog(own, 'Once the audit is over.')
  // The clock stands at the second of March.
  await mine(own).getByText('You are asked again on Sep 2, 2026.').waitFor()

  await nominationIn(page).getByText(en['leader.nomination.later'], { exact: true }).waitFor()
  await world.settle()
  await page.goto(paths.home)
  const story = page
    .getByRole('article')
    .filter({ hasText: 'Dana Reyes wants to be asked later about Torque' })
  await story.getByText('Once the audit is over.').waitFor()

  // Sessions end in half a year: what comes then is read in new windows.
  for (const one of [own, page]) await one.close()
  world.pass({ days: 185 })
  const [nomination] = await world.stored<{ id: string }>(org.id, 'select id from nominations')
  await world.cairn.tasks['ask-again']?.({ org: org.id, nominationId: nomination?.id })
  await world.settle()
  const again = await window(await org.again(lena), calm)
  await again.goto(paths.lead)
  await nominationIn(again).getByText(en['leader.nomination.asked'], { exact: true }).waitFor()
  const then = await window(await org.again(dana), calm)
  await then.goto(paths.home)
  const asks = then
    .getByRole('article')
    .filter({ hasText: 'Lena Vogt asks you to become a leader of Torque' })
  await asks.first().getByRole('link', { name: feed['feed.nomination.answer'] }).click()
  await mine(then).getByText(en['leader.nomination.asked'], { exact: true }).waitFor()
  await button(then, en['leader.answer.accepted']).waitFor()
})
