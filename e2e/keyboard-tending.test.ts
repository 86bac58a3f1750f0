import { expect, test } from 'vitest'
import * as needs from '#need/contract.ts'
import en from '#need/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { listInvitations } from '#people/invitation.contract.ts'
import people from '#people/messages/en.json' with { type: 'json' }
import ui from '#ui/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { button, field, isFound } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'
import { calm, looksRight } from './planning.ts'

/** What those do who tend a house. They have no mouse either: no test in this file clicks. */
const { world, window } = openBrowserWorld()

test('by keyboard alone a need that says the same as another is merged into it, and parted again', async () => {
  const org = await world.organization()
  const [ines, ola] = [await org.person('Ines Duarte'), await org.person('Ola Berg')]
  const raise = (who: typeof ines, title: string) =>
    who.does(needs.raiseNeed, { body: { title, details: '', groupId: org.root } })
  await raise(ines, 'Zeroing a torque transducer')
  const { id: needId } = await raise(ola, 'Zeroing torque transducers')
  const page = await window(await org.admin(), calm)
  await page.goto(linkTo(paths.need, { needId }))
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  await enterOn(page, page.getByRole('button', { name: en['need.actions'], exact: true }))
  // The second line of three, below that which says it better.
  const focused = (name: string) => page.getByRole('menuitem', { name }).and(page.locator(':focus')).waitFor()
  await focused(en['need.change'])
  await page.keyboard.press('ArrowDown')
  await focused(en['need.merge'])
  await page.keyboard.press('Enter')
  const into = page.getByRole('combobox', { name: en['need.merge.into'] })
  await typeInto(page, into, 'zeroing a torque')
  await isFound(page)
  await page.getByRole('option', { name: 'Zeroing a torque transducer', exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => into.inputValue()).toBe('Zeroing a torque transducer')
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  await looksRight(page)
  await enterOn(page, button(page, en['need.merge.do']))
  await title('Zeroing a torque transducer')
  await page.getByText('2 voices').waitFor()
  // F6 leads to what was just said.
  await page.getByText(en['need.merge.done']).waitFor()
  await page.keyboard.press('F6')
  await enterOn(page, button(page, ui['ui.undo']))
  await page.getByText('1 voice', { exact: true }).waitFor()
  await looksRight(page)
})

test('by keyboard alone a list of people is brought as a file, mended in place, and invited', async () => {
  const org = await world.organization()
  await org.group('Lab')
  const admin = await org.admin()
  const page = await window(admin, calm)
  await page.goto(paths.invite)
  await tabTo(page, page.getByRole('tab', { name: people['people.invite.one'] }))
  await page.keyboard.press('ArrowRight')
  const chosen = page.waitForEvent('filechooser')
  await enterOn(page, button(page, /^Choose a file/))
  const lines = [
    'Name,Mail,Group,Role',
    'Mei Tanaka,mei@x.example,Lab,learner',
    'Lost Soul,lost@x.example,Lba,',
  ]
  const buffer = Buffer.from(lines.join('\r\n'))
  await (await chosen).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByText('There is no such group. Did you mean Lab?').waitFor()
  await looksRight(page)
  await enterOn(page, button(page, 'Invite 1 person'))
  await page.getByText('1 person is invited. The mail is on its way.').waitFor()
  await enterOn(page, button(page, 'Mend this line here'))
  const pasted = field(page, people['people.list.paste'])
  const broken = await pasted.inputValue()
  await tabTo(page, pasted)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(broken.replace('Lba', 'Lab'))
  await page.keyboard.press('Control+Enter')
  await enterOn(page, button(page, 'Invite 1 person'))
  await expect
    .poll(async () => (await admin.does(listInvitations)).items.map(({ email }) => email).toSorted())
    .toEqual(['lost@x.example', 'mei@x.example'])
  await looksRight(page)
})
