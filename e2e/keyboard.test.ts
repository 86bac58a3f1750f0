import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import texts from '#course/messages/en.json' with { type: 'json' }
import * as needs from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import * as access from '#people/access.contract.ts'
import { tokenMailedTo } from '#test/mailbox.ts'
import { personWith } from '#test/organization.ts'
import { castOf } from '#test/setup/company.ts'
import { playStory } from '#test/setup/story.ts'
import { openBrowserWorld } from './browser.ts'
import { button, field, link } from './hand.ts'
import { enterOn, tabTo, typeInto } from './keyboard.ts'
import { settled } from './settled.ts'

/** Nobody here has a mouse: no test in this file clicks. */
const { world, window } = openBrowserWorld()
const phrase = 'a long enough phrase'

/** Gives somebody a password, by the link in their mail. */
async function setPassword(email: string): Promise<void> {
  const stranger = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  await stranger.does(access.askPasswordReset, { body: { email } })
  const token = await tokenMailedTo(world, email)
  await stranger.does(access.resetPassword, { body: { token, password: phrase } })
}

test('by keyboard alone one signs in, raises a need, and another adds a voice', async () => {
  const org = await world.organization()
  const [ines, mei] = [await org.person('Ines Duarte'), await org.person('Mei Tanaka')]
  await setPassword(ines.email)
  const asking = await window(null)
  await asking.goto('/ask')
  await typeInto(asking, field(asking, 'Your mail address'), ines.email)
  await typeInto(asking, asking.getByLabel('Password'), phrase)
  await asking.keyboard.press('Enter')
  await enterOn(asking, link(asking, 'Say what you need'))
  await typeInto(asking, field(asking, 'In one sentence'), 'Zeroing a torque transducer')
  await enterOn(asking, button(asking, 'Ask everyone'))
  await asking.getByRole('heading', { level: 1, name: 'Zeroing a torque transducer' }).waitFor()

  const joining = await window(mei)
  await joining.goto('/')
  await settled(joining)
  // G, then A, goes to what people ask.
  await joining.keyboard.press('g')
  await joining.keyboard.press('a')
  await enterOn(joining, button(joining, 'I need this too'))
  await button(joining, 'Take your voice back').waitFor()
})

/** Chooses a question in the menu at a slash, and writes it without leaving the keys. */
async function addQuestion(page: Page): Promise<void> {
  await page.keyboard.type('/')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.type('choice')
  await page.getByRole('option', { name: /^One choice/ }).waitFor()
  // The second line of two: One choice, Several choices.
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: /^Several choices/, selected: true }).waitFor()
  await page.keyboard.press('ArrowUp')
  await page.getByRole('option', { name: /^One choice/, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  const question = page.getByRole('group', { name: 'One choice' })
  await question.getByRole('textbox', { name: 'The question' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Zero is a measurement too.')
  await typeInto(page, question.getByRole('textbox', { name: 'Option 1' }), 'It is')
  await typeInto(page, question.getByRole('textbox', { name: 'Option 2' }), 'It is not')
  await typeInto(page, question.getByRole('textbox', { name: 'Said when right' }), 'Exactly.')
}

test('by keyboard alone one takes a need on, writes a course with a question from the menu and asks for review; a reviewer walks it with J and K, comments with C and approves', async () => {
  const org = await world.organization()
  const { needs: ines, writes: tomas, reviews: priya } = await castOf(org)
  const body = { title: 'Zeroing a torque transducer', details: '', groupId: org.root }
  const need = await ines.does(needs.raiseNeed, { body })

  const writing = await window(tomas)
  await writing.goto(linkTo(paths.need, { needId: need.id }))
  await enterOn(writing, button(writing, 'I will teach this'))
  await enterOn(writing, link(writing, 'Make the course'))
  await typeInto(writing, field(writing, 'Title'), 'Zero it')
  await typeInto(writing, field(writing, texts['course.new.objective']), 'You zero a transducer as it hangs.')
  await enterOn(writing, button(writing, texts['course.new.start']))
  await tabTo(writing, writing.getByRole('textbox', { name: 'Text of the step' }))
  await writing.keyboard.type('## Before you begin')
  await writing.keyboard.press('Enter')
  await writing.keyboard.type('Hang the cable as it will hang in use.')
  await writing.keyboard.press('Enter')
  await writing.keyboard.type('Then take the zero.')
  await writing.keyboard.press('Enter')
  await addQuestion(writing)
  await writing.locator('[data-state="saved"]').waitFor()
  await writing.getByRole('heading', { level: 2, name: 'Before you begin' }).waitFor()
  await enterOn(writing, button(writing, /^Ask for/))
  const peers = writing.getByRole('dialog')
  const priyaToo = peers.getByRole('checkbox', { name: /Priya Nair/ })
  await tabTo(writing, priyaToo)
  // Whom Cairn would ask is chosen already.
  if (!(await priyaToo.isChecked())) await writing.keyboard.press('Space')
  await enterOn(writing, peers.getByRole('button', { name: /^Ask .*Priya Nair to review$/ }))
  await peers.waitFor({ state: 'detached' })

  const reviewing = await window(priya)
  await reviewing.goto('/create/reviews')
  await link(reviewing, 'Zero it').waitFor()
  await reviewing.keyboard.press('j')
  await reviewing.keyboard.press('Enter')
  await reviewing.getByText('Zero is a measurement too.').waitFor()
  for (const key of ['j', 'j', 'j', 'k', 'c']) await reviewing.keyboard.press(key)
  await reviewing.getByText('on “Hang the cable as it will hang in use.”').waitFor()
  await typeInto(reviewing, field(reviewing, 'What is wrong, and why?'), 'How long before?')
  await enterOn(reviewing, button(reviewing, 'Add the finding'))
  await reviewing.getByText('How long before?').waitFor()
  await enterOn(reviewing, button(reviewing, 'Approve'))
  const dialog = reviewing.getByRole('dialog')
  await enterOn(reviewing, dialog.getByRole('button', { name: 'Approve it' }))
  await reviewing.waitForURL('**/create/reviews')
  const { items } = await ines.does(courses.listCourses)
  expect(items.map(({ title }) => title)).toEqual(['Zero it'])
})

test('by keyboard alone one plays a course, answers its question, says something, reacts and thanks', async () => {
  const org = await world.organization()
  const cast = await castOf(org)
  await playStory({ ...cast, learn: [] }, org.root, ['Zeroing a torque transducer'])
  const [course] = (await cast.writes.does(courses.listCourses)).items
  const learning = await window(cast.needs)
  await learning.goto(`/courses/${course?.id}`)
  await enterOn(learning, link(learning, 'Start'))
  await tabTo(learning, learning.getByRole('radio', { name: 'True' }))
  await learning.keyboard.press('Space')
  await enterOn(learning, button(learning, /^Answer$/))
  await learning.getByText('Exactly.').waitFor()
  await typeInto(learning, field(learning, 'Ask or add something'), 'Is a tenth enough?')
  await learning.keyboard.press('Control+Enter')
  await learning.getByRole('article').getByText('Is a tenth enough?').waitFor()
  const useful = learning.getByRole('button', { name: /^Useful/ })
  await tabTo(learning, useful)
  await learning.keyboard.press('Space')
  await expect.poll(() => useful.getAttribute('aria-pressed')).toBe('true')
  await enterOn(learning, button(learning, 'Finish the course'))
  await enterOn(learning, learning.getByRole('dialog').getByRole('button', { name: 'Thank Tomas Lindqvist' }))
  await typeInto(learning, field(learning, 'What for?'), 'It saved us a return trip to Oslo.')
  await enterOn(learning, button(learning, 'Thank them'))
  await learning.getByText('Tomas Lindqvist will be glad.').waitFor()
})
