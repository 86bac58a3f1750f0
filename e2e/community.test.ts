import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { offerCoaching } from '#community/coach.contract.ts'
import en from '#community/messages/en.json' with { type: 'json' }
import fr from '#community/messages/fr.json' with { type: 'json' }
import { publishCourse } from '#course'
import { createCourse } from '#course/contract.ts'
import { paths } from '#paths'
import talkEn from '#talk/messages/en.json' with { type: 'json' }
import type { Organization, Person } from '#test/organization.ts'
import { labIn, published } from '#test/own-template.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger, link } from './hand.ts'
import { resize } from './settled.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const still = { reducedMotion: 'reduce' } as const

const part = (page: Page, name: 'posts' | 'hours' | 'coaching' | 'week') =>
  page.getByRole('tab', { name: en[`community.part.${name}`] })

/** Whether a tab is in sight as far as its list is; it runs in the page. */
function isInside(tab: {
  parentElement: unknown
  getBoundingClientRect: () => { left: number; right: number }
}) {
  const list = (tab.parentElement as typeof tab).getBoundingClientRect()
  const { left, right } = tab.getBoundingClientRect()
  return left >= list.left - 1 && right <= list.right + 1
}

async function publish(org: Organization, who: Person) {
  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root }
  const { course } = await who.does(createCourse, { body })
  await org.as((scope) => publishCourse(scope, course.id, null))
}

test('a leader posts a program by keyboard, another finds it, says that it is useful, answers it, and copies it as their own; withdrawn, it comes back', async () => {
  const org = await world.organization()
  const [dana, kofi] = [await org.person('Dana Reyes', 'leader'), await org.person('Kofi Mensah', 'leader')]
  const page = await window(dana, still)
  await page.goto(paths.leadersCommunity)
  await button(page, en['community.post.new']).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(en['community.post.kind.program']).click()
  await field(page, en['community.post.title']).fill('A course in a week')
  await field(page, en['community.post.steps']).fill('2026-03-09 Ask three colleagues\n\nWrite one sentence')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: en['community.post.send'] }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('2 steps').waitFor()

  const phone = await window(kofi, { ...finger.window, ...still })
  await phone.goto(paths.leadersCommunity)
  await phone.getByRole('searchbox', { name: en['community.post.search'] }).fill('colleagues')
  const useful = phone.getByRole('button', { name: 'Useful: A course in a week' })
  await useful.tap()
  await phone.getByRole('button', { name: 'Useful, 1: A course in a week' }).waitFor()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  expect(await axeFaults(phone)).toEqual([])
  await link(phone, 'A course in a week').tap()
  await field(phone, en['community.talk.say']).fill('How long did it take you?')
  await button(phone, talkEn['talk.send']).tap()
  await phone.getByText('How long did it take you?').waitFor()
  await button(phone, en['community.post.more']).tap()
  await finger.choose(phone.getByRole('menuitem', { name: en['community.post.copyAsNew'] }))
  const copy = phone.getByRole('dialog')
  await expect
    .poll(() => field(phone, en['community.post.steps']).inputValue())
    .toBe('2026-03-09 Ask three colleagues\nWrite one sentence')
  await copy.getByRole('button', { name: en['community.post.send'] }).tap()
  await copy.waitFor({ state: 'detached' })

  // The copy has the same title, and stands above it once it is heard of.
  await link(page.getByRole('article').filter({ hasText: 'Dana Reyes' }), 'A course in a week').click()
  await page.getByText('How long did it take you?').waitFor()
  await button(page, en['community.post.more']).click()
  await page.getByRole('menuitem', { name: en['community.post.withdraw'] }).click()
  await page.getByText(en['community.post.withdrawn']).waitFor()
  await page.getByRole('button', { name: en['community.post.return'] }).first().click()
  await page.getByText(en['community.post.withdrawn']).waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
})

test('an empty space has ideas to begin with, of which one becomes one’s own with its template; others begin a course from it', async () => {
  const { org, maya, lab } = await labIn(world)
  await org.grant(maya.id, lab, 'leader')
  const { template } = await published(maya, lab, 'At the bench')
  const kofi = await org.person('Kofi Mensah', 'leader', lab)
  const page = await window(maya, still)
  await page.goto(paths.leadersCommunity)
  await page.getByText(en['community.post.none']).waitFor()
  await page.getByText(en['community.ready.text']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await button(page, `${en['community.ready.take']}: Read your course on a phone, standing`).press('Enter')
  const dialog = page.getByRole('dialog')
  await field(page, en['community.post.title']).fill('Read it on a phone, in the hall')
  await dialog.getByRole('button', { name: en['community.post.template'] }).click()
  await page.getByRole('option', { name: template.name }).click()
  await dialog.getByRole('button', { name: en['community.post.send'] }).click()
  await dialog.waitFor({ state: 'detached' })

  // Copied, its template goes with it, and a course begins from it.
  const phone = await window(kofi, { ...finger.window, ...still })
  await phone.goto(paths.leadersCommunity)
  await link(phone, 'Read it on a phone, in the hall').tap()
  await button(phone, en['community.post.more']).tap()
  await finger.choose(phone.getByRole('menuitem', { name: en['community.post.copyAsNew'] }))
  const copy = phone.getByRole('dialog')
  await field(phone, en['community.post.title']).fill('Read it in the hall too')
  await copy.getByRole('button', { name: en['community.post.send'] }).tap()
  await copy.waitFor({ state: 'detached' })
  await phone.goto(paths.leadersCommunity)
  await link(phone, 'Read it in the hall too').tap()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await link(phone, en['community.post.begin']).tap()
  await phone
    .getByRole('radio', { name: new RegExp(`^${template.name}`) })
    .and(phone.locator(':checked'))
    .waitFor()
})

test('office hours are offered, taken on a phone in the reader’s own time, kept as a file, and cancelled with a reason', async () => {
  const org = await world.organization()
  const [dana, kofi] = [await org.person('Dana Reyes', 'leader'), await org.person('Kofi Mensah', 'leader')]
  const page = await window(dana, { ...still, timezoneId: 'Europe/Paris' })
  await page.goto(`${paths.leadersCommunity}?part=hours`)
  await button(page, en['community.hour.offer']).click()
  await field(page, en['community.hour.topic']).fill('Pictures at the bench')
  await page.getByLabel('When, in your time (Europe/Paris)').fill('2100-07-01T14:00')
  await field(page, en['community.hour.place']).fill('Room 4')
  expect(await axeFaults(page)).toEqual([])
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: en['community.hour.send'] }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(en['community.hour.nobody']).waitFor()

  const phone = await window(kofi, { ...finger.window, ...still, timezoneId: 'America/New_York' })
  await phone.goto(`${paths.leadersCommunity}?part=hours`)
  await phone.getByText(/8:00/).waitFor()
  await button(phone, 'Sign up: Pictures at the bench').tap()
  await phone.getByText(en['community.hour.youCome']).waitFor()
  await page.getByText('Who comes: Kofi Mensah').waitFor()
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Calendar file: Pictures at the bench' }).tap(),
  ])
  expect(download.suggestedFilename()).toMatch(/^office-hours-.+\.ics$/)
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  expect(await axeFaults(phone)).toEqual([])

  await button(page, 'Cancel them: Pictures at the bench').click()
  await field(page, en['community.hour.cancelWhy']).fill('I am with a customer.')
  await dialog.getByRole('button', { name: en['community.hour.cancel'] }).click()
  await dialog.waitFor({ state: 'detached' })
  await phone.getByText('Cancelled: I am with a customer.').waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('a new leader sees who might coach them and why, asks, and is accepted', async () => {
  const org = await world.organization()
  const [dana, nina] = [await org.person('Dana Reyes', 'leader'), await org.person('Nina Newton', 'leader')]
  await publish(org, dana)
  await dana.does(offerCoaching, { body: { atOnce: 1 } })
  const phone = await window(nina, { ...finger.window, ...still })
  await phone.goto(`${paths.leadersCommunity}?part=coaching`)
  await phone.getByText('has time for one more, speaks English, 1 course published').waitFor()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await button(phone, 'Ask Dana Reyes').tap()
  await field(phone, en['community.coach.words']).fill('My first course is to be short.')
  const asking = phone.getByRole('dialog')
  await asking.getByRole('button', { name: 'Ask Dana Reyes' }).tap()
  await asking.waitFor({ state: 'detached' })
  await phone.getByText('You asked Dana Reyes, who has not answered yet.').waitFor()

  const page = await window(dana, still)
  await page.goto(`${paths.leadersCommunity}?part=coaching`)
  await page.getByText('My first course is to be short.').waitFor()
  await button(page, 'I will coach Nina Newton').click()
  await page.getByRole('dialog').getByRole('button', { name: 'I will coach Nina Newton' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('You coach Nina Newton').waitFor()
  await phone.getByText('Dana Reyes coaches you.').waitFor()
  expect(await axeFaults(phone)).toEqual([])
  expect(await axeFaults(page)).toEqual([])
  await part(page, 'week').click()
  await page.getByText(en['community.digest.title']).waitFor()
})

test('whoever leads nothing is told whom it is for', async () => {
  const org = await world.organization()
  const page = await window(await org.person('Mei Tanaka'), still)
  await page.goto(paths.leadersCommunity)
  await page.getByText(en['community.closed']).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('on the narrowest phone, in French, the part that is looked at has its label whole in sight', async () => {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  await speaks(dana, 'fr')
  const phone = await window(dana, { ...finger.window, ...still, locale: 'fr' })
  const list = phone.getByRole('tablist')
  const week = phone.getByRole('tab', { name: fr['community.part.week'] })
  await phone.goto(`${paths.leadersCommunity}?part=week`)
  await week.waitFor()
  await resize(phone, 320)
  await phone.reload()
  await week.waitFor()
  expect(await list.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true)
  expect(await week.evaluate(isInside)).toBe(true)
})
