import { expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { inviteMember } from '#people/invitation.contract.ts'
import { tokenMailedTo } from '#test/mailbox.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { settled } from './settled.ts'

const { world, window } = openBrowserWorld()

test('the first visit makes an organization by keyboard alone', async () => {
  const page = await window(null)
  await page.goto('/welcome')
  const first = page.getByLabel('Name of the organization')
  await first.waitFor()
  // The last field comes later than the others: until then Tab would lead past it, to the button.
  await page.getByRole('button', { name: /Language$/ }).waitFor()
  await first.focus()
  for (const words of ['Northwind Gauges', 'Ada Winter', 'ada@northwind.example', 'a long enough phrase']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('Password').focus()
  await page.keyboard.press('Enter')
  await page.getByText('Your feed is waiting for its first story').waitFor()
})

test('who never heard that they are in asks again, and is let in as the one member that they are', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const invited = {
    email: 'noor@northwind.example',
    name: 'Noor Alvi',
    role: 'learner',
    locale: 'en',
  } as const
  await admin.does(inviteMember, { body: { ...invited, groupId: org.root } })
  const page = await window(null)
  let lost = 0
  await page.route('**/api/invitation-acceptances', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.goto(linkTo(paths.invitation, { token: await tokenMailedTo(world, invited.email) }))
  await page.getByLabel('Password').fill('a long enough phrase')
  const go = page.locator('form').getByRole('button')
  await go.click()
  await page.getByText('The server could not be reached').first().waitFor()
  expect(await world.stored(org.id, 'select from members where email = $1', invited.email)).toHaveLength(1)
  await go.click()
  await page.getByText('Your feed is waiting for its first story').waitFor()
  expect(lost).toBe(2)
  expect(await world.stored(org.id, 'select from members where email = $1', invited.email)).toHaveLength(1)
})

test('who has just made the organization finds on Home how it begins, until others are asked in and a need is raised', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const page = await window(admin)
  await page.goto(paths.home)
  const card = page.locator('.ui-card', { has: page.getByRole('heading', { name: 'First steps' }) })
  const steps = card.getByRole('link')
  await card.waitFor()
  expect(await steps.allTextContents()).toEqual([
    'Invite people',
    'Make groups',
    'Say what you need to learn',
  ])
  expect(await axeFaults(page)).toEqual([])
  await steps.filter({ hasText: 'Invite people' }).click()
  await page.waitForURL(`**${paths.invite}`)

  const invited = {
    email: 'mei@northwind.example',
    name: 'Mei Tanaka',
    role: 'learner',
    locale: 'en',
  } as const
  await admin.does(inviteMember, { body: { ...invited, groupId: org.root } })
  await page.goto(paths.home)
  await card.getByRole('img', { name: 'Done' }).waitFor()
  expect(await card.getByRole('img', { name: 'Done' }).count()).toBe(1)
  await admin.does(raiseNeed, { body: { title: 'Zero a gauge', details: '', groupId: org.root } })
  await page.goto(paths.home)
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  await settled(page)
  expect(await card.count()).toBe(0)
})

test('the first steps are for who looks after the whole organization, and for nobody else', async () => {
  const org = await world.organization()
  const head = await org.person('Head of Sales', 'admin', await org.group('Sales'))
  const page = await window(head)
  await page.goto(paths.home)
  await settled(page)
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  expect(await page.getByRole('heading', { name: 'First steps' }).count()).toBe(0)
})
