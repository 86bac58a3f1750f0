import { expect, test } from 'vitest'
import feed from '#feed/messages/en.json' with { type: 'json' }
import en from '#leader/messages/en.json' with { type: 'json' }
import * as radar from '#leader/radar.contract.ts'
import { linkTo, paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import type { Person } from '#test/organization.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, finger, mouse } from './hand.ts'

const { world, window } = openBrowserWorld()

/** A lab in which Dana is thanked by six people, and Lena manages. */
async function laboratory() {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [dana, lena] = [
    await org.person('Dana Reyes', 'learner', lab),
    await org.person('Lena Vogt', 'manager', lab),
  ]
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) {
    const from = await org.person(name, 'learner', lab)
    await from.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  }
  await world.settle()
  await (await org.admin()).does(radar.computeRadar)
  await world.settle()
  return { org, lab, dana, lena }
}

for (const [name, hand] of [
  ['with a mouse', mouse],
  ['on a phone', finger],
] as const)
  test(`from the radar to an accepted nomination: ${name}`, async () => {
    const { dana, lena } = await laboratory()
    const look = { ...hand.window, reducedMotion: 'reduce' } as const
    const page = await window(lena, look)
    await page.goto(paths.lead)
    await page.getByText('Was thanked 6 times, for 6 people').waitFor()
    // Each of the six has 1, she 1 + 6 × 0.85, and the seven 1.73 on average.
    await page.getByText('influence 3.5 × the average').waitFor()
    // A page's own rules go before the house's, whichever style sheet came first.
    const indent = `getComputedStyle(document.querySelector('.radar-parts')).paddingInlineStart`
    expect(await page.evaluate(indent)).toBe('0px')
    expect(await axeFaults(page)).toEqual([])

    await hand.press(button(page, en['leader.radar.why']))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('cell', { name: '100%' }).waitFor()
    await dialog.getByText('asked by those who are asked themselves').waitFor()
    await hand.press(dialog.getByRole('button', { name: /Was thanked 6 times/ }))
    const thanks = dialog.getByRole('link', { name: en['leader.why.thanks'] })
    expect(await thanks.getAttribute('href')).toBe(linkTo(paths.member, { memberId: dana.id }))
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await hand.press(button(page, 'Invite Dana Reyes'))
    await field(page, en['leader.nominate.reason']).fill('People come back to her.')
    await hand.press(button(page, 'Ask Dana Reyes'))
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('article', { name: 'Dana Reyes' }).getByText(en['leader.nomination.asked']).waitFor()

    const own = await window(dana, look)
    await own.goto(paths.home)
    const news = own.getByRole('article').filter({ hasText: 'asks you to become a leader of Torque' })
    await hand.press(news.getByRole('link', { name: feed['feed.nomination.answer'] }))
    // The story at home says the same words; only Me asks for the answer.
    await button(own, en['leader.answer.accepted']).waitFor()
    await own.getByText('Lena Vogt asks you to become a leader of Torque').waitFor()
    expect(await axeFaults(own)).toEqual([])
    await hand.press(button(own, en['leader.answer.accepted']))
    await hand.press(button(own, en['leader.answer.accepted.send']))
    await own.getByText('You lead in Torque now. Thank you!').waitFor()
    await own.getByText(en['leader.nomination.accepted'], { exact: true }).waitFor()

    await page.getByText(en['leader.nominations.none']).waitFor()
    await page.reload()
    await page.getByText(en['leader.radar.leader'], { exact: true }).waitFor()
    expect(await button(page, 'Invite Dana Reyes').count()).toBe(0)
  })

test('a peer proposes, the manager decides by keyboard, and who is asked may say later', async () => {
  const { org, dana, lena } = await laboratory()
  const mei = await org.person('Mei Tanaka')
  const peer = await window(mei, { reducedMotion: 'reduce' })
  await peer.goto(linkTo(paths.member, { memberId: dana.id }))
  await button(peer, en['leader.nominate']).click()
  await field(peer, en['leader.nominate.reason']).fill('She explains what she does.')
  expect(await axeFaults(peer)).toEqual([])
  await button(peer, 'Propose Dana Reyes').click()
  await peer.getByText('Dana Reyes is proposed.').waitFor()

  const page = await window(lena, { reducedMotion: 'reduce' })
  await page.goto(paths.lead)
  const nomination = page.getByRole('article', { name: 'Dana Reyes' })
  await nomination.getByText('“She explains what she does.”').waitFor()
  await nomination.getByRole('button', { name: 'Ask Dana Reyes to lead' }).focus()
  await page.keyboard.press('Enter')
  await field(page, en['leader.nomination.reason']).waitFor()
  await page.keyboard.type('I agree with Mei, wholly.')
  await page.keyboard.press('Control+Enter')
  await nomination.getByText(en['leader.nomination.asked']).waitFor()

  const own = await window(dana, { reducedMotion: 'reduce' })
  await own.goto(paths.me)
  await button(own, en['leader.answer.later']).click()
  await own.getByRole('dialog').getByRole('button', { name: en['leader.answer.later.send'] }).click()
  await own.getByText('You are asked again on').waitFor()
})

async function refusedOn(person: Person): Promise<void> {
  const page = await window(person)
  await page.goto(paths.lead)
  await page.getByText('This is shown to those whom your organization named for it.').waitFor()
}

test('whoever may not see it is told who may', async () => {
  const { org, dana } = await laboratory()
  await refusedOn(dana)
  await refusedOn(await org.person('Lea Leader', 'leader'))
})
