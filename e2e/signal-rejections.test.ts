import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listImports, listRejections } from '#leader/import.contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import fr from '#leader/messages/fr.json' with { type: 'json' }
import { paths } from '#paths'
import { switchOn } from '#test/purpose.ts'
import ui from '#ui/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, field } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** A company whose forum says who helped whom: one line has no date, one a wrong address, one is over two lines. */
async function company() {
  const org = await world.organization()
  const [admin, dana] = [await org.admin(), await org.person('Dana Reyes')]
  await switchOn(admin, 'imports')
  const askers = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom']) askers.push((await org.person(name)).email)
  const [ann, ben, cem, dom] = askers
  const rows = [
    `${ann};${dana.email};2026-02-10;Torque`,
    `${ben};${dana.email};soon;"=Torque;\u00e9talon"`,
    `${cem}x;${dana.email};2026-02-12;"Torque\r\nin two lines"`,
    `${dom};${dana.email};2026-02-13;Torque`,
  ]
  const text = `\uFEFFAsked by;Answered by;Date;Tag\r\n${rows.join('\r\n')}`
  const helped = () =>
    world.stored<{ topic: string }>(
      org.id,
      'select topic from signals where helped_id is not null order by at',
    )
  return { admin, text, cem: `${cem}`, helped }
}

/** Saves a file by a button, and reads it. */
async function saved(page: Page, name: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test('what was not taken is saved with its reasons, mended and brought in again, and each line counts once', async () => {
  const { admin, text, cem, helped } = await company()
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.imports)
  const drop = page.locator('input[type="file"]').first()
  await drop.setInputFiles(csv('Forum.csv', text))
  await button(page, 'Bring in Forum.csv').click()
  await page.getByRole('status').getByText('6 lines: 2 taken, 2 not taken.').waitFor()
  expect(await axeFaults(page)).toEqual([])

  const file = await saved(page, 'Save the 2 lines that were not taken')
  const [, , second = '', third = '', fourth = ''] = text.split('\r\n')
  expect(file.name).toBe('Forum (not taken).csv')
  expect(file.text).toBe(
    '\uFEFFWhy it was not taken;Asked by;Answered by;Date;Tag\r\n' +
      `Line 3: No date that can be read;${second}\r\n` +
      `Line 4: Who was helped is no member;${third}\r\n${fourth}\r\n`,
  )

  const mended = file.text.replace('soon', '2026-02-11').replace(`${cem}x`, cem)
  await drop.setInputFiles(csv(file.name, mended))
  await button(page, `Bring in ${file.name}`).waitFor()
  expect(await field(page, en['leader.import.source']).inputValue()).toBe('Forum')
  await button(page, `Bring in ${file.name}`).click()
  await page.getByRole('status').getByText('4 lines: 2 taken.').waitFor()
  const topics = ['Torque', '=Torque;\u00e9talon', 'Torque in two lines', 'Torque']
  const squeezed = async () => (await helped()).map(({ topic }) => topic.replace(/\s+/g, ' '))
  expect(await squeezed()).toEqual(topics)

  // Everything once more, mended: nothing of it counts twice.
  await drop.setInputFiles(csv('Forum.csv', text.replace('soon', '2026-02-11').replace(`${cem}x`, cem)))
  await button(page, 'Bring in Forum.csv').click()
  await page.getByRole('status').getByText('6 lines: 4 taken.').waitFor()
  expect(await squeezed()).toEqual(topics)
})

test('in another window, on a phone and by keyboard, the same file is chosen again; another one is not taken for it', async () => {
  const { admin, text } = await company()
  await speaks(admin, 'fr')
  const page = await window(admin, {
    reducedMotion: 'reduce',
    locale: 'fr',
    viewport: { width: 360, height: 740 },
  })
  await page.goto(paths.imports)
  await page.locator('input[type="file"]').first().setInputFiles(csv('Forum.csv', text))
  await button(page, 'Reprendre Forum.csv').click()
  await page.getByRole('heading', { name: 'Forum' }).first().waitFor()
  await button(page, 'Enregistrer les 2 lignes non reprises').waitFor()
  await page.reload()
  await button(page, fr['leader.import.rejections']).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Ligne 4').waitFor()
  expect(await axeFaults(page)).toEqual([])
  const choose = dialog.locator('input[type="file"]')
  const isRefused = async (other: string) => {
    await choose.setInputFiles(csv('Forum.csv', other))
    const said = page.getByText(fr['leader.import.notIt'])
    await said.waitFor()
    await page.getByRole('button', { name: ui['ui.dismiss'] }).click()
    await said.waitFor({ state: 'detached' })
  }
  await isRefused(`${text} `)
  await isRefused(text.replace('Answered by', 'Answered of'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    choose.setInputFiles(csv('Forum.csv', text)),
  ])
  expect(download.suggestedFilename()).toBe('Forum (non repris).csv')
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines.slice(0, 3).map((line) => line.split(';')[0])).toEqual([
    '\uFEFFPourquoi elle n’est pas reprise',
    'Ligne 3\u00a0: Pas de date lisible',
    'Ligne 4\u00a0: Qui a été aidé n’est pas membre',
  ])
})

test('of more lines than are told of, the first are saved, and the button says how many', async () => {
  const { admin } = await company()
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.imports)
  const text = `helped,helper,date\n${'nobody@x.example,b@x.example,2026-02-10\n'.repeat(10_007)}`
  await page.locator('input[type="file"]').first().setInputFiles(csv('Chat.csv', text))
  await button(page, 'Bring in Chat.csv').click()
  const name = 'Save the first 10,000 lines that were not taken'
  await button(page, name).waitFor()
  const file = await saved(page, name)
  const lines = file.text.split('\n')
  expect([lines.length, lines[1], lines.at(-2), lines.at(-1)]).toEqual([
    10_002,
    'Line 2: Who helped is no member,nobody@x.example,b@x.example,2026-02-10',
    'Line 10001: Who helped is no member,nobody@x.example,b@x.example,2026-02-10',
    '',
  ])
  const [{ id } = { id: '' }] = (await admin.does(listImports)).items
  const told = await admin.does(listRejections, { params: { importId: id }, query: { limit: 1 } })
  expect(told.items).toEqual([{ line: 2, reason: 'unknown-helper' }])
})

test('what is chosen is not taken back by the answer to what was chosen before', async () => {
  const { admin } = await company()
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.imports)
  const text = 'helped,helper,date,tag,team\na@x.example,b@x.example,2026-02-10,Torque,Lab\n'
  await page.locator('input[type="file"]').first().setInputFiles(csv('Chat.csv', text))
  const column = (name: 'helped' | 'topic') =>
    page.getByRole('button', { name: new RegExp(`${en[`leader.import.column.${name}`]}$`) })
  await column('topic').waitFor()
  const { letGo } = await holdFirst(page, '**/signal-import-previews?*')
  const choose = async (name: 'helped' | 'topic', choice: string) => {
    await column(name).click()
    await page.getByRole('option', { name: choice, exact: true }).click()
  }
  await choose('topic', 'team')
  await Promise.all([
    page.waitForResponse('**/signal-import-previews?*'),
    choose('helped', en['leader.import.none']),
  ])
  await letGo()
  await button(page, 'Bring in Chat.csv').click()
  await page.getByRole('status').getByText('2 lines:', { exact: false }).waitFor()
  const [read] = (await admin.does(listImports)).items
  expect(read?.mapping).toMatchObject({ helped: null, topic: 'team' })
})
