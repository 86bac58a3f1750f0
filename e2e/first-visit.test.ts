import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import { inviteMember } from '#people/invitation.contract.ts'
import { tokenMailedTo } from '#test/mailbox.ts'
import { openBrowserWorld } from './browser.ts'

const { world, window } = openBrowserWorld()

test('the first visit makes an organization by keyboard alone', async () => {
  const page = await window(null)
  await page.goto('/welcome')
  const first = page.getByLabel('Name of the organization')
  await first.waitFor()
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
