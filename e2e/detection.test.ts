import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import app from '#app/messages/en.json' with { type: 'json' }
import { claimNeed } from '#leader/contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { finger, mouse } from './hand.ts'

const { world, window } = openBrowserWorld()

for (const [name, hand] of [
  ['with a mouse', mouse],
  ['on a phone', finger],
] as const)
  test(`who turns it off is suggested nowhere any more, and may turn it on again: ${name}`, async () => {
    const org = await world.organization()
    const [dana, mei] = [await org.person('Dana Reyes', 'leader'), await org.person('Mei Tanaka')]
    const needOn = async (title: string) =>
      (await mei.does(raiseNeed, { body: { title, details: '', groupId: org.root } })).id
    await dana.does(claimNeed, { params: { needId: await needOn('How to zero a torque gauge') } })
    await world.settle()
    const needId = await needOn('Zero a torque gauge')
    const looking = await window(mei, hand.window)
    await looking.goto(linkTo(paths.need, { needId }))
    await looking.getByRole('link', { name: 'Dana Reyes' }).waitFor()

    const page = await window(dana, { ...hand.window, reducedMotion: 'reduce' })
    await page.goto(paths.me)
    const part = page.getByRole('switch', { name: en['leader.part.take'] })
    await part.waitFor()
    expect(await part.isChecked()).toBe(true)
    await page.getByText('One thing you did is kept.').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await hand.press(page.getByText(en['leader.part.take']))
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('One thing that speaks for you is deleted').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await part.isChecked()).toBe(true)
    await part.focus()
    await page.keyboard.press('Space')
    await hand.press(dialog.getByRole('button', { name: en['leader.part.leave'] }))
    await page.getByText('you are suggested to nobody').waitFor()
    expect(await part.isChecked()).toBe(false)

    await looking.reload()
    await looking.getByRole('heading', { level: 1, name: 'Zero a torque gauge' }).waitFor()
    await looking.getByText(app['app.need.expertsEmpty']).waitFor()
    expect(await looking.getByRole('link', { name: 'Dana Reyes' }).count()).toBe(0)

    await hand.press(page.getByText(en['leader.part.take']))
    await page.getByText('Nothing you did is kept yet.').waitFor()
    expect(await part.isChecked()).toBe(true)
    // Of what one did there is nothing to lose now; of what others said nobody knows.
    await hand.press(page.getByText(en['leader.part.take']))
    await dialog.getByText('What colleagues may have said of you').waitFor()
    expect(await dialog.getByText('speaks for you').count()).toBe(0)
    await hand.press(dialog.getByRole('button', { name: en['leader.part.leave'] }))
    await page.getByText('you are suggested to nobody').waitFor()
  })

test('an administrator switches it off for everybody, by keyboard, and is told what is lost', async () => {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
  ]
  await mei.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  await world.settle()

  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.purposes)
  await page.getByText(en['leader.purpose.usual']).first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  const purpose = en['leader.purpose.detection']
  await page.getByRole('button', { name: `Decide about “${purpose}”` }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: en['leader.purpose.save'] }).focus()
  await page.keyboard.press('Enter')
  // Nobody has said by what right it is on.
  await dialog.locator('[data-complaint]').waitFor()
  await dialog.getByRole('switch').focus()
  await page.keyboard.press('Space')
  await dialog.getByText(en['leader.purpose.losing']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: en['leader.purpose.saveOff'] }).focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Decided by Ada Winter').waitFor()
  await world.settle()

  const own = await window(dana)
  await own.goto(paths.me)
  await own.getByText(en['leader.part.off']).waitFor()
  await own.getByRole('link', { name: en['leader.part.why'] }).click()
  await own.getByText('Decided by Ada Winter').waitFor()
  expect(await own.getByRole('button', { name: 'Decide' }).count()).toBe(0)
  expect(await world.stored(org.id, 'select words from evidence')).toEqual([])
})

test('one reads everything that is held on oneself, saves it, contests it and hears the answer', async () => {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
  ]
  await mei.does(giveKudos, { body: { toIds: [dana.id], reason: 'For the torque gauge' } })
  await world.settle()
  const own = await window(dana, { reducedMotion: 'reduce' })
  await own.goto(paths.me)
  await own.getByRole('link', { name: en['leader.held.see'] }).click()
  await own.getByText('Was thanked: you, for Mei Tanaka').waitFor()
  expect(await axeFaults(own)).toEqual([])
  const saving = own.waitForEvent('download')
  await own.getByRole('button', { name: en['leader.held.save'] }).click()
  const saved = JSON.parse(readFileSync((await (await saving).path()) ?? '', 'utf8'))
  expect(saved.signals).toMatchObject([{ kind: 'thanked', other: { name: 'Mei Tanaka' } }])
  expect(saved.evidence).toMatchObject([{ kind: 'thanked', about: { words: 'For the torque gauge' } }])
  await own.getByRole('textbox', { name: en['leader.contest.what'] }).fill('That was somebody else.')
  await own.keyboard.press('Control+Enter')
  await own.getByText(en['leader.contest.waiting']).waitFor()

  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.lead)
  await page.getByRole('button', { name: en['leader.contest.answer'], exact: true }).click()
  await page.getByRole('textbox', { name: en['leader.contest.yourAnswer'] }).fill('Mei says that it was you.')
  await page.keyboard.press('Control+Enter')
  await own.getByText('“Mei says that it was you.”').waitFor()
})
