import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { documentOf, truth, words, write } from '#test/course.ts'
import { getCharter, setCharterRule } from '#validation/charter.contract.ts'
import en from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { state } from './desk.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, finger, mouse } from './hand.ts'
import { enterOn, tabTo } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

/** A course with a heading that skips a level in its second step, in an organization that stops that. */
async function stopped() {
  const org = await world.organization()
  const admin = await org.admin()
  const dana = await org.person('Dana Reyes', 'leader')
  await org.person('Priya Nair', 'reviewer')
  const params = { groupId: org.root, rule: 'heading-order' as const }
  await admin.does(setCharterRule, { params, body: { level: 'block' } })
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  const heading = {
    type: 'heading',
    attrs: { id: 'headingAAAAA', level: 4 },
    content: [{ type: 'text', text: 'Why it drifts' }],
  }
  await write(dana, course.id, documentOf({ s1: [truth('q1')], s2: [heading, words('w2', 'It warms.')] }))
  return { org, admin, dana, courseId: course.id }
}

test.each([
  ['mouse', mouse],
  ['finger', finger],
] as const)(
  'an author is told while writing what stops a course, is led there, puts it right, and may ask (%s)',
  async (_, hand) => {
    const { dana, courseId } = await stopped()
    const page = await window(dana, { ...calm, ...hand.window })
    await page.goto(linkTo(paths.editor, { courseId }))
    await hand.press(button(page, /1 thing to put right before others look/))
    const notes = page.getByRole('region', { name: en['validation.charter.looks'] })
    await notes.getByText('Step 2: Step s2').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
    await hand.press(button(page, en['validation.ask']))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Ask .+ to review$/ })
      .press('Enter')
    await page.getByText(/The charter stops this course: one thing/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hand.press(notes.getByRole('button', { name: /Go there/ }).first())
    // The cursor stands in the heading: what is done to a line is done to it.
    await page.getByRole('heading', { name: 'Why it drifts', level: 4 }).waitFor()
    await expect
      .poll(() => page.evaluate('document.getSelection()?.anchorNode?.textContent'))
      .toBe('Why it drifts')
    await page.keyboard.press('ControlOrMeta+Alt+2')
    await page.getByRole('heading', { name: 'Why it drifts', level: 2 }).waitFor()
    await state(page, 'saved').waitFor()
    await button(page, /^\d worth a look/).waitFor()
    await hand.press(button(page, en['validation.ask']))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Ask .+ to review$/ })
      .press('Enter')
    await page.getByText(/ will look at it\.$/).waitFor()
  },
)

test('whoever manages a group changes a rule and its figure by keyboard, and takes it back; others read it', async () => {
  const { org, admin, dana } = await stopped()
  const page = await window(admin, calm)
  await page.goto(paths.charter)
  const rule = async () =>
    (await dana.does(getCharter, { params: { groupId: org.root } })).rules.find(
      (one) => one.rule === 'step-length',
    )
  const figure = page.getByRole('textbox', { name: 'Figure: Short steps' })
  await figure.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await tabTo(page, figure)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('7')
  await page.keyboard.press('Tab')
  await expect.poll(rule).toMatchObject({ level: 'warn', figure: 7 })
  await page.getByText(en['validation.charter.saved']).first().waitFor()
  await enterOn(page, page.getByRole('button', { name: 'As above again: Short steps' }))
  await expect.poll(rule).toMatchObject({ level: 'warn', figure: 10, from: null })

  const own = await window(dana, { ...calm, ...finger.window })
  await own.goto(paths.charter)
  await own.getByText(en['validation.charter.readOnly']).waitFor()
  expect(await own.getByRole('textbox').count()).toBe(0)
  expect(await axeFaults(own)).toEqual([])
  expect(await sidewaysFaults(own, 360)).toEqual([])
  expect(await smallTargets(own)).toEqual([])
})

test('on a phone whoever sends a long form from its end is shown why it was refused', async () => {
  const { org, dana, courseId } = await stopped()
  for (const name of ['Kofi Mensah', 'Mei Tanaka', 'Ines Costa', 'Lena Vogt', 'Noor Alvi'])
    await org.person(name, 'reviewer')
  const page = await window(dana, { ...calm, ...finger.window })
  await page.goto(linkTo(paths.editor, { courseId }))
  await finger.press(button(page, en['validation.ask']))
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: /^Ask .+ to review$/ })
  await finger.press(send)
  const refusal = dialog.getByRole('alert')
  await refusal.waitFor()
  const isInSight = () =>
    refusal.evaluate((one) => {
      const { left, width, top, bottom } = one.getBoundingClientRect()
      const at = (y: number) => one.contains(one.ownerDocument.elementFromPoint(left + width / 2, y))
      return at(top + 2) && at(bottom - 2)
    })
  await expect.poll(isInSight).toBe(true)
})

test('a level that is chosen while a figure is on its way leaves the figure as it was written', async () => {
  const { org, admin, dana } = await stopped()
  const page = await window(admin, calm)
  const { sent, letGo } = await holdFirst(page, '**/charter/step-length')
  await page.goto(paths.charter)
  const figure = page.getByRole('textbox', { name: 'Figure: Short steps' })
  await figure.fill('7')
  await figure.blur()
  await sent
  await page
    .getByRole('button', { name: new RegExp(`${en['validation.charter.level']}: Short steps$`) })
    .click()
  await page.getByRole('option', { name: en['validation.charter.block'], exact: true }).click()
  await letGo()
  await expect
    .poll(async () =>
      (await dana.does(getCharter, { params: { groupId: org.root } })).rules.find(
        ({ rule }) => rule === 'step-length',
      ),
    )
    .toMatchObject({ level: 'block', figure: 7 })
})
