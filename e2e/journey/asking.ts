import { linkTo, paths } from '#paths'
import { tokenMailedTo } from '#test/mailbox.ts'
import { button, field, link } from '../hand.ts'
import type { Cast } from './cast.ts'
import type { Story } from './story.ts'

const phrase = 'zero is a measurement too'

/** Ada invites Ola, who comes in by the link of the mail, goes out, and signs in with the form. */
export async function arrive({ ada, ola, world }: Cast): Promise<void> {
  await ada.page.goto(paths.invite)
  await field(ada.page, 'Name').fill(ola.name)
  await field(ada.page, 'Mail address').fill(ola.email)
  await ada.press(button(ada.page, 'Send the invitation'))
  await ada.page.getByText(`${ola.name} is invited.`).waitFor()

  const { page, press } = ola
  await page.goto(linkTo(paths.invitation, { token: await tokenMailedTo(world, ola.email) }))
  await page.getByRole('heading', { name: /^Ada Winter invites you/ }).waitFor()
  await page.getByLabel('Password').fill(phrase)
  await press(button(page, 'Come in'))
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor({ state: 'attached' })

  await page.goto(paths.me)
  await press(page.getByRole('button', { name: 'Sign out', exact: true }))
  await page.getByRole('heading', { level: 1, name: 'Sign in to Cairn' }).waitFor()
  await field(page, 'Your mail address').fill(ola.email)
  await page.getByLabel('Password').fill(phrase)
  await press(button(page, 'Sign in'))
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor({ state: 'attached' })
}

/**
 * Ines says what she needs. Ola, who is shown hers and still says it anew, is merged into it by Ada; Priya adds her
 * voice. Gives the address of the need.
 */
export async function ask({ ada, ines, ola, priya }: Cast, story: Story): Promise<string> {
  await ines.page.goto(paths.raiseNeed)
  await field(ines.page, 'In one sentence').fill(story.need)
  await ines.press(button(ines.page, 'Ask everyone'))
  await ines.page.getByRole('heading', { level: 1, name: story.need }).waitFor()

  await ola.page.goto(paths.raiseNeed)
  await field(ola.page, 'In one sentence').fill(story.sameNeed)
  await ola.page.getByText('Someone may need the same. Add your voice instead?').waitFor()
  await link(ola.page, story.need).waitFor()
  await ola.press(button(ola.page, 'Ask everyone'))
  await ola.page.getByRole('heading', { level: 1, name: story.sameNeed }).waitFor()

  await ada.page.goto(paths.ask)
  await ada.press(link(ada.page, story.sameNeed))
  await ada.press(ada.page.getByRole('button', { name: 'More', exact: true }))
  await ada.choose(ada.page.getByRole('menuitem', { name: 'It is the same as another need' }))
  await ada.page.getByRole('combobox', { name: 'The same as' }).fill(story.need)
  await ada.choose(ada.page.getByRole('option', { name: story.need, exact: true }))
  await ada.press(button(ada.page, 'Move the voices there'))
  await ada.page.getByRole('heading', { level: 1, name: story.need, exact: true }).waitFor()
  // Ola's window is still open on his own words, and hears what became of them.
  await ola.page.getByText('This was merged into another need').waitFor()

  await priya.page.goto(paths.ask)
  await priya.press(button(priya.page, 'I need this too'))
  await button(priya.page, 'Take your voice back').waitFor()
  await ines.page.getByText('3 voices').waitFor()
  return new URL(ines.page.url()).pathname
}
