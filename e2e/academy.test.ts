import { expect, onTestFinished, test } from 'vitest'
import { getAcademy } from '#academy/contract.ts'
import en from '#academy/messages/en.json' with { type: 'json' }
import course from '#course/messages/en.json' with { type: 'json' }
import leader from '#leader/messages/en.json' with { type: 'json' }
import learning from '#learning/messages/en.json' with { type: 'json' }
import { paths } from '#paths'
import { finishCourse, openIn } from '#test/academy-path.ts'
import { documentOf, published, words } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, finger, link } from './hand.ts'
import { enterOn, tabTo } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

const coursesOf = async (who: Person) =>
  (await who.does(getAcademy)).path.map(({ courses }) => courses[0]?.id ?? '')

/** Lets no course be made until what it answers is called. */
async function holdCourses(): Promise<() => Promise<void>> {
  const holder = await world.owner.connect()
  await holder.query('begin')
  await holder.query('lock table courses in share mode')
  let isHeld = true
  const letGo = async () => {
    if (!isHeld) return
    isHeld = false
    await holder.query('rollback')
    holder.release()
  }
  onTestFinished(letGo)
  return letGo
}

test('an administrator opens the academy by keyboard and sees its courses come in; others read that it is not open until then', async () => {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  const phone = await window(mei, { ...finger.window, ...calm })
  await phone.goto(paths.academy)
  await phone.getByRole('heading', { name: en['academy.none'] }).waitFor()
  expect(await axeFaults(phone)).toEqual([])

  const page = await window(admin, calm)
  await page.goto(paths.lead)
  await enterOn(page, link(page, leader['leader.academy']))
  await button(page, en['academy.open']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await tabTo(page, page.getByRole('checkbox', { name: en['academy.language.fr'] }))
  await page.keyboard.press('Space')
  const coming = page.getByText(/\d+ of 12 courses are there\./).first()
  // Held back until that is said: where nothing else is done they are all there in a moment.
  const letCome = await holdCourses()
  await enterOn(page, button(page, en['academy.open']))
  await coming.waitFor()
  await letCome()
  await coming.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: en['academy.path'] }).waitFor()
  const list = page.getByRole('list', { name: en['academy.path'] })
  await expect.poll(() => list.getByRole('listitem').count()).toBe(6)
  expect(await axeFaults(page)).toEqual([])

  await button(phone, en['academy.practice.make']).waitFor()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  expect(await smallTargets(phone)).toEqual([])
  // As the first course says: it opens at once, and is there again whenever one comes back.
  await button(phone, en['academy.practice.make']).tap()
  await field(phone, course['course.editor.title']).waitFor()
  await phone.goto(paths.academy)
  await link(phone, 'Go on in “My practice course”').waitFor()
  await button(page, en['academy.close']).click()
  await button(page, en['academy.reopen']).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => list.getByRole('listitem').count()).toBe(6)
})

test('a member plays a course to its end and sees how far they are; the certificate comes by itself, and their manager sees the date', async () => {
  const org = await world.organization()
  const [admin, lena] = [await org.admin(), await org.person('Lena Vogt', 'manager')]
  const mei = await org.person('Mei Tanaka', 'leader')
  await openIn(admin)
  await expect.poll(async () => (await mei.does(getAcademy)).state).toBe('open')
  const [first = '', ...others] = await coursesOf(mei)
  for (const courseId of others) await finishCourse(mei, courseId)
  await finishCourse(mei, first, 1)
  await published(org, mei, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  await world.settle()

  const page = await window(mei, calm)
  await page.goto(paths.academy)
  await page.getByRole('progressbar', { name: en['academy.path'] }).waitFor()
  await page.getByText('One course is left').waitFor()
  await enterOn(page, link(page, /^Continue: /))
  await page.waitForURL(/\/steps\//)
  await field(page, 'Your answer').fill('Saved')
  await enterOn(page, page.getByRole('button', { name: 'Answer', exact: true }).first())
  await page.getByText(/^That word, and nothing to press/).waitFor()
  await enterOn(page, button(page, learning['learning.finish']))
  await page.getByRole('dialog').waitFor()
  await page.goto(paths.academy)
  await page.getByText(/^Awarded on /).waitFor()
  await page.getByText(en['academy.path.trained']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, link(page, en['academy.certificate.share']))
  await page.getByRole('heading', { name: 'My badges' }).waitFor()

  const other = await window(lena, { ...finger.window, ...calm })
  await other.goto(paths.academy)
  const list = other.getByRole('list', { name: en['academy.others'] })
  await list.getByText(/^Certified on /).waitFor()
  expect(await list.textContent()).not.toContain('%')
  expect(await axeFaults(other)).toEqual([])
  expect(await sidewaysFaults(other, 360)).toEqual([])
})
