import { expect, test } from 'vitest'
import { leaveDetection } from '#leader/contract.ts'
import { startImport } from '#leader/import.contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import { setPurpose } from '#leader/purpose.contract.ts'
import { paths } from '#paths'
import ui from '#ui/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, finger } from './hand.ts'
import { enterOn } from './keyboard.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('who watches over it reads on a phone what was decided and done, page by page and by keyboard, as it comes', async () => {
  const org = await world.organization()
  const [admin, cora] = [await org.admin(), await org.person('Cora Lind')]
  const decide = (keepDays: number, isOn = true) =>
    admin.does(setPurpose, {
      params: { purpose: 'imports' },
      body: { isOn, legalNote: 'Agreement of May', keepDays, seenBy: 'admins' },
    })
  for (let days = 30; days < 41; days += 1) await decide(days)
  const mapping = { format: 'csv', helper: 'helper', at: 'at' } as const
  await admin.does(startImport, { body: { source: 'Marigold', size: 10, mapping } })
  await cora.does(leaveDetection)

  const page = await window(cora, { ...calm, ...finger.window })
  await page.goto(paths.purposes)
  const list = page.getByRole('list', { name: en['leader.history'], exact: true })
  await list.getByText(en['leader.history.began'], { exact: true }).waitFor()
  await list.getByText('How long it is kept: 40 days (before: 39 days)').waitFor()
  const rows = list.getByRole('listitem')
  expect(await rows.count()).toBe(10)
  expect(await page.getByText('Marigold').count()).toBe(0)
  await enterOn(page, button(page, ui['ui.loadMore']))
  await list.getByText('Switched on: Help given in other tools').waitFor()
  expect(await rows.count()).toBe(12)
  await page.getByText(en['leader.history.tooFew']).waitFor()
  expect([await axeFaults(page), await sidewaysFaults(page, 360), await smallTargets(page)]).toEqual([
    [],
    [],
    [],
  ])

  // What is decided now is there at once.
  await decide(40, false)
  await list.getByText('Switched off: Help given in other tools').waitFor()

  await speaks(admin, 'fr')
  const own = await window(admin, { ...calm, locale: 'fr' })
  await own.goto(paths.purposes)
  await own.getByText('La lecture de «\u00a0Marigold\u00a0», d’un autre outil, a commencé').waitFor()
  await own.getByText('Durée de conservation\u00a0: 40 jours (avant\u00a0: 39 jours)').waitFor()
})
