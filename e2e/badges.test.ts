import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import * as badges from '#recognition/badge.contract.ts'
import en from '#recognition/badges/messages/en.json' with { type: 'json' }
import fr from '#recognition/badges/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, finger, link, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

const design = {
  name: 'Keeper of the bench',
  description: 'Keeps a bench true.',
  criteria: 'You kept a bench true for a quarter.',
  levels: [{ name: 'First stone', criteria: '' }],
  drawing: { shape: 'stone', colour: 'pine', symbol: 'cairn', trim: 'ring' },
  awarders: 'managers',
  isPublic: true,
} as const
const reason = 'You kept bench four true all winter.'

async function lab() {
  const org = await world.organization()
  const group = await org.group('Lab')
  const admin = await org.admin()
  const [lena, mei] = [
    await org.person('Lena Vogt', 'manager', group),
    await org.person('Mei Tanaka', 'learner', group),
  ]
  return { org, group, admin, lena, mei }
}

const looksRight = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

/** What is saved when something is pressed. */
async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, name).click()])
  return readFileSync(await file.path(), 'utf8')
}

test('an administrator draws a badge by keyboard, a manager awards it, its holder takes it along and shares it, a stranger checks it, and it is revoked', async () => {
  const { admin, lena, mei } = await lab()
  const drawing = await window(admin, calm)
  await drawing.goto(paths.newBadge)
  await field(drawing, en['badge.name']).fill(design.name)
  await field(drawing, en['badge.description']).fill(design.description)
  await field(drawing, en['badge.criteria']).fill(design.criteria)
  await button(drawing, en['badge.addLevel']).press('Enter')
  await drawing.getByLabel('What level 2 is called').fill('Others follow')
  const before = await drawing.getByRole('img', { name: design.name }).last().getAttribute('src')
  await drawing.getByRole('radio', { name: en['badge.symbol.cairn'] }).focus()
  await drawing.keyboard.press('ArrowRight')
  await expect
    .poll(() => drawing.getByRole('radio', { name: en['badge.symbol.star'] }).isChecked())
    .toBe(true)
  expect(await drawing.getByRole('img', { name: design.name }).last().getAttribute('src')).not.toBe(before)
  await looksRight(drawing)
  await button(drawing, en['badge.design']).press('Enter')
  await drawing.getByRole('heading', { name: design.name, level: 1 }).waitFor()

  const giving = await window(lena, calm)
  await giving.goto(linkTo(paths.member, { memberId: mei.id }))
  await button(giving, en['badge.award']).click()
  const dialog = giving.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Others follow' }).waitFor()
  expect(await axeFaults(giving)).toEqual([])
  await dialog.getByLabel(en['badge.awardReason']).fill(reason)
  await dialog.getByRole('button', { name: en['badge.awardSend'] }).click()
  await button(giving, new RegExp(`^${design.name}`)).waitFor()

  const own = await window(mei, calm)
  await own.goto(paths.me)
  await button(own, `About “${design.name}”`).click()
  await own.getByText(reason).waitFor()
  await looksRight(own)
  const [svg, jwt] = [await saved(own, en['badge.downloadSvg']), await saved(own, en['badge.downloadJwt'])]
  expect(svg).toContain(`verify="${jwt}"`)
  await button(own, en['badge.share']).click()
  const address = await field(own, en['badge.link']).inputValue()
  await looksRight(own)

  const stranger = await window(null, calm)
  await stranger.goto(address)
  await stranger.getByText(en['badge.verify.valid']).waitFor()
  await stranger.getByText('Awarded to Mei Tanaka by Northwind Gauges').waitFor()
  await looksRight(stranger)
  expect(await saved(stranger, en['badge.downloadJwt'])).toBe(jwt)
  await link(stranger, en['badge.verify.another']).click()
  const paste = field(stranger, en['badge.verify.paste'])
  await paste.fill(svg)
  await button(stranger, en['badge.verify.go']).click()
  await stranger.getByText(en['badge.verify.valid']).waitFor()
  await looksRight(stranger)
  await paste.fill(`${jwt.slice(0, -6)}AAAAAA`)
  await button(stranger, en['badge.verify.go']).click()
  await stranger.getByText(en['badge.verify.tampered']).waitFor()

  await drawing.reload()
  await button(drawing, 'Revoke Mei Tanaka’s badge').click()
  await drawing.getByLabel(en['badge.revokeReason']).fill('It was meant for somebody else.')
  expect(await axeFaults(drawing)).toEqual([])
  await drawing.getByRole('dialog').getByRole('button', { name: en['badge.revoke'] }).click()
  await drawing.getByText(en['badge.revoked'], { exact: true }).waitFor()
  await stranger.goto(address)
  await stranger.getByText(en['badge.verify.revoked']).waitFor()
  await looksRight(stranger)
  await expect.poll(() => own.getByText(en['badge.mineNone']).count()).toBe(1)
})

test('on a phone, in French, a badge is shown or not, and a link is made and taken back with a finger', async () => {
  const { admin, lena, mei } = await lab()
  const badge = await admin.does(badges.designBadge, { body: design as never })
  const body = { memberId: mei.id, reason }
  await lena.does(badges.awardBadge, { params: { badgeId: badge.id }, body })
  await speaks(mei, 'fr')
  const page = await window(mei, { ...calm, ...finger.window, locale: 'fr' })
  await page.goto(paths.me)
  await finger.press(button(page, /À propos de/))
  await finger.press(page.locator('label', { has: page.getByRole('switch', { name: fr['badge.isShown'] }) }))
  const shown = async () =>
    (await lena.does(badges.listMemberBadges, { params: { memberId: mei.id } })).items.length
  await expect.poll(shown).toBe(0)
  await finger.press(button(page, fr['badge.share']))
  const address = await field(page, fr['badge.link']).inputValue()
  await looksRight(page)
  expect(await smallTargets(page)).toEqual([])
  await finger.press(button(page, fr['badge.unshare']))
  await button(page, fr['badge.share']).waitFor()
  const stranger = await window(null, { ...calm, ...finger.window, locale: 'fr' })
  await stranger.goto(address)
  await stranger.getByText(fr['badge.verify.gone']).first().waitFor()
  await looksRight(stranger)
})

test('a change is undone from the message that says so, and so is archiving', async () => {
  const { admin } = await lab()
  const badge = await admin.does(badges.designBadge, { body: design as never })
  const page = await window(admin, { ...calm, ...mouse.window })
  await page.goto(linkTo(paths.badge, { badgeId: badge.id }))
  const now = () => admin.does(badges.getBadge, { params: { badgeId: badge.id } })
  await field(page, en['badge.name']).fill('Another name')
  await button(page, en['badge.save']).click()
  await expect.poll(async () => (await now()).name).toBe('Another name')
  await button(page, 'Undo').click()
  await expect.poll(async () => (await now()).name).toBe(design.name)
  await button(page, en['badge.archive']).click()
  await button(page, en['badge.restore']).waitFor()
  expect((await now()).archivedAt).not.toBeNull()
  await button(page, en['badge.restore']).click()
  await expect.poll(async () => (await now()).archivedAt).toBeNull()
})
