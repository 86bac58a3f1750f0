import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import texts from '#app/pages/dev-ui/samples.en.json' with { type: 'json' }
import { paths } from '#paths'
import ui from '#ui/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { openFaults } from './faults.ts'
import { finger } from './hand.ts'
import { enterOn, tabTo, typeInto, walkByTab } from './keyboard.ts'
import { settled } from './settled.ts'

/** The design system in use, as whoever has no mouse and whoever hears it. */
const { window } = openBrowserWorld()

async function opened(options?: Parameters<typeof window>[1]): Promise<Page> {
  const page = await window(null, options)
  await page.goto(paths.devUi)
  await settled(page)
  return page
}

const named = (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp) =>
  page.getByRole(role, { name, exact: true }).first()
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const isOnly = (page: Page, name: string) =>
  expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining(name)])

test('by Tab alone one comes to everything on /dev/ui that can be pressed or written in, and sees where one is', async () => {
  const page = await opened()
  // A form that was refused before anyone sent it here does not draw the page to it.
  expect(await page.evaluate('scrollY')).toBe(0)
  const { stops, missed } = await walkByTab(page)
  expect(missed).toEqual([])
  expect(stops).toBeGreaterThan(150)
})

test('by keyboard alone one switches, chooses a tab, sorts a table, and opens what is folded', async () => {
  const page = await opened()
  const chip = named(page, 'button', /^Learned/)
  await tabTo(page, chip)
  await press(page, 'Space')
  await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true')
  await tabTo(page, named(page, 'radio', texts['dev.month']))
  await press(page, 'ArrowRight', 'ArrowRight', 'Space')
  await expect.poll(() => named(page, 'radio', texts['dev.year']).getAttribute('aria-checked')).toBe('true')
  await enterOn(page, named(page, 'button', texts['dev.archive']))
  await page.getByText(texts['dev.archived']).waitFor()
  await press(page, 'F6')
  await enterOn(page, named(page, 'button', ui['ui.undo']))
  await page.getByText(texts['dev.restored']).waitFor()
  await tabTo(page, named(page, 'tab', texts['dev.tabAll']))
  await press(page, 'ArrowRight')
  await expect.poll(() => named(page, 'tab', texts['dev.tabMine']).getAttribute('aria-selected')).toBe('true')
  await enterOn(page, named(page, 'button', 'Sort by Voices'))
  const head = page.getByRole('columnheader').filter({ hasText: texts['dev.voices'] }).first()
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
  const branch = named(page, 'row', texts['dev.todo'])
  await tabTo(page, branch)
  await press(page, 'ArrowLeft')
  await expect.poll(() => branch.getAttribute('aria-expanded')).toBe('false')
  await enterOn(page, named(page, 'button', texts['dev.more']))
  await expect.poll(() => named(page, 'button', texts['dev.more']).getAttribute('aria-expanded')).toBe('true')
})

test('by keyboard alone one chooses from a list, brings a file, finds people, ticks and takes back', async () => {
  const page = await opened()
  await enterOn(page, named(page, 'button', `${ui['ui.choose']} ${texts['dev.group']}`))
  await named(page, 'option', 'Metrology').and(page.locator(':focus')).waitFor()
  await press(page, 'ArrowDown', 'Enter')
  await named(page, 'button', `Field service ${texts['dev.group']}`).waitFor()
  const file = page.waitForEvent('filechooser')
  await enterOn(page, named(page, 'button', 'Choose files'))
  expect((await file).isMultiple()).toBe(true)
  await tabTo(page, named(page, 'radio', 'Metrology'))
  await press(page, 'ArrowRight')
  await expect.poll(() => named(page, 'radio', 'Field service').isChecked()).toBe(true)
  await tabTo(page, named(page, 'radio', /^This month/))
  await press(page, 'ArrowUp')
  await expect.poll(() => named(page, 'radio', /^This week/).isChecked()).toBe(true)
  const person = named(page, 'combobox', texts['dev.person'])
  await typeInto(page, person, 'Hana')
  await isOnly(page, 'Hana Kim')
  await press(page, 'ArrowDown', 'Enter')
  await expect.poll(() => person.inputValue()).toBe('Hana Kim')
  await typeInto(page, named(page, 'combobox', texts['dev.coAuthors']), 'Priya')
  await isOnly(page, 'Priya Nair')
  await press(page, 'ArrowDown', 'Enter', 'Escape')
  const tag = named(page, 'row', 'Priya Nair')
  await tag.waitFor()
  await tabTo(page, named(page, 'row', 'Élodie Marchand'))
  await press(page, 'End', 'Delete')
  await expect.poll(() => tag.count()).toBe(0)
  const box = named(page, 'checkbox', new RegExp(`^${texts['dev.agree']}`))
  await tabTo(page, box)
  await press(page, 'Space')
  await expect.poll(() => box.isChecked()).toBe(false)
  const shown = named(page, 'switch', new RegExp(`^${texts['dev.visible']}`))
  await tabTo(page, shown)
  await press(page, 'Space')
  await expect.poll(() => shown.isChecked()).toBe(false)
})

/** Opens a thing with Enter, goes away with Escape, and stands again where one was. */
async function comesBack(page: Page, opener: string, role: 'dialog' | 'alertdialog' | 'menu') {
  const button = named(page, 'button', opener)
  await enterOn(page, button)
  await page.getByRole(role).first().waitFor()
  const isInside = `document.activeElement.closest('[role=${role}]') !== null`
  await expect.poll(() => page.evaluate(isInside)).toBe(true)
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab')
  if (role !== 'menu') expect(await page.evaluate(isInside)).toBe(true)
  await press(page, 'Escape')
  await expect.poll(() => page.getByRole(role).count()).toBe(0)
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain(opener)
}

test('by keyboard alone one opens windows, sheets, questions, menus and notes, stays in them, and comes back to the button', async () => {
  const page = await opened()
  await comesBack(page, 'Open a window, small', 'dialog')
  await comesBack(page, 'Open a sheet, large', 'dialog')
  await comesBack(page, texts['dev.openConfirm'], 'alertdialog')
  await comesBack(page, 'A menu below', 'menu')
  await enterOn(page, named(page, 'button', 'A menu above'))
  await named(page, 'menuitem', texts['dev.rename']).waitFor()
  await press(page, 'Enter')
  await page.getByText(texts['dev.toastText']).waitFor()
  await comesBack(page, 'A note above', 'dialog')
  await press(page, '?')
  await named(page, 'dialog', ui['ui.keys']).waitFor()
  await press(page, 'Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test('a field to write or search in is pressed up to the edge of its frame', async () => {
  const page = await opened()
  for (const place of [
    page.locator('.ui-search').first(),
    page.locator('.ui-control:has(> input)').first(),
  ]) {
    await place.scrollIntoViewIfNeeded()
    const { x = 0, y = 0, height = 0 } = (await place.boundingBox()) ?? {}
    for (const edge of [y + 3, y + height - 3]) {
      await page.evaluate('document.activeElement.blur()')
      await page.mouse.click(x + 60, edge)
      await expect.poll(() => place.locator('input:focus').count()).toBe(1)
    }
  }
})

test('on a phone menus and notes open whole, wherever they are told to', async () => {
  const page = await opened(finger.window)
  const openers = page.getByRole('button', { name: /^A (menu|note) / })
  expect(await openers.count()).toBe(12)
  for (const opener of await openers.all()) {
    await finger.press(opener)
    const popover = page.locator('.ui-popover')
    const reach = async () => {
      const { x = -1, width = 0 } = (await popover.boundingBox()) ?? {}
      return { isFromStart: x >= 0, isToEnd: x + width <= 360 }
    }
    await expect.poll(reach).toEqual({ isFromStart: true, isToEnd: true })
    await press(page, 'Escape')
    await expect.poll(() => popover.count()).toBe(0)
  }
})

/** Initials on a face are a picture of the name beside them, which they are no part of; axe reads them as words. */
const isOfFaces = (fault: string) => /^label-content-name-mismatch: (\S+-option-\S+( and )?)+$/.test(fault)
const faultsIn = async (page: Page) => (await openFaults(page)).filter((fault) => !isOfFaces(fault))

test('axe finds nothing in a window of which a list is open', async () => {
  const page = await opened()
  await named(page, 'button', 'Open a window, middle').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: 'Hana Kim' }).waitFor()
  expect(await faultsIn(page)).toEqual([])
  await press(page, 'Escape')
  await dialog.getByRole('button', { name: texts['dev.author'] }).click()
  await page.getByRole('option', { name: 'Hana Kim' }).waitFor()
  expect(await faultsIn(page)).toEqual([])
})
