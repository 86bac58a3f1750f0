import { expect, test } from 'vitest'
import en from '#app/messages/en.json' with { type: 'json' }
import fr from '#app/messages/fr.json' with { type: 'json' }
import { listNeeds, raiseNeed } from '#need/contract.ts'
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { finger } from './hand.ts'
import { enterOn, typeInto } from './keyboard.ts'
import { calm, looksRight } from './planning.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

test('by keyboard alone one finds an operation, reads what it takes and gives, and its example works as it stands', async () => {
  const org = await world.organization()
  const ines = await org.person('Ines Duarte')
  const page = await window(ines, calm)
  await page.goto(paths.apiDocs)
  const search = page.getByRole('searchbox', { name: en['app.api.search'] })
  await typeInto(page, search, 'no such thing at all')
  await page.getByText(en['app.api.none']).waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(raiseNeed.name)
  const operation = page.getByRole('region', { name: raiseNeed.name, exact: true })
  await enterOn(page, operation.getByRole('button').first())
  await operation.getByText(en['app.api.access.signedIn']).waitFor()
  const typed = operation.locator('pre')
  await expect.poll(async () => (await typed.allInnerTexts())[0]).toContain('title: ')
  await looksRight(page)

  const example = (await typed.allInnerTexts()).at(-1) ?? ''
  // A key that nobody used before stands there as a command of the shell.
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const [, address] = example.match(/(https?:\/\/\S+?)'?(?:\s|$)/) ?? []
  const [, sent = ''] = example.match(/-d '([\s\S]*)'/) ?? []
  const body = { ...JSON.parse(sent), groupId: org.root }
  const answer = await page.evaluate(
    `fetch(${JSON.stringify(address)}, { method: 'POST', headers: ${JSON.stringify(headers)}, body: ${JSON.stringify(JSON.stringify(body))} }).then(({ status }) => status)`,
  )
  expect(answer).toBe(201)
  expect((await ines.does(listNeeds)).items.map(({ title }) => title)).toEqual([body.title])
})

test('an address leads to its operation, the file is there, and on a phone in French nothing is too wide or too small', async () => {
  const org = await world.organization()
  const mei = await org.person('Mei Tanaka')
  await speaks(mei, 'fr')
  const page = await window(mei, { ...finger.window, ...calm, colorScheme: 'dark' })
  await page.goto(`${paths.apiDocs}#${listNeeds.name}`)
  const operation = page.getByRole('region', { name: listNeeds.name, exact: true })
  await operation.getByText(fr['app.api.parameters']).waitFor()
  await looksRight(page)
  await finger.press(page.getByRole('link', { name: 'openapi.json' }))
  await page.waitForURL('**/api/openapi.json')
  const file: unknown = JSON.parse((await page.locator('pre').textContent()) ?? '')
  expect(file).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
})
