import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import calls from '#campaigns/answers/messages/en.json' with { type: 'json' }
import own from '#campaigns/messages/en.json' with { type: 'json' }
import { changeMember } from '#people/contract.ts'
import { finishCourse } from '#test/academy-path.ts'
import { documentOf, published, words } from '#test/course.ts'
import type { World } from '#test/world.ts'
import { openFaults, sidewaysFaults } from './faults.ts'
import { settled } from './settled.ts'

export const en = { ...own, ...calls }
export const calm = { reducedMotion: 'reduce' } as const

/** A lab in which Mei works with torque and Kofi has just completed a course, and an office that Otto leads. */
export async function labIn(world: World) {
  const org = await world.organization()
  const [lab, office] = [await org.group('Lab'), await org.group('Office')]
  const mei = await org.person('Mei Tanaka', 'learner', lab)
  const kofi = await org.person('Kofi Mensah', 'learner', lab)
  await org.person('Ines Duarte', 'learner', lab)
  const otto = await org.person('Otto Berg', 'leader', office)
  await mei.does(changeMember, { params: { memberId: mei.id }, body: { title: 'Torque engineer' } })
  await finishCourse(kofi, await published(org, otto, documentOf({ s1: [words('w1', 'Warm it up.')] })))
  await world.settle()
  return { lab, admin: await org.admin() }
}

/** The page is as it should be, with all it asked for: for those who cannot see it, and as wide as its window. */
export async function looksRight(page: Page): Promise<void> {
  await settled(page)
  expect(await openFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

/** All that is written is kept. */
export const isKept = (page: Page) => page.getByText(en['campaigns.saved'], { exact: true }).waitFor()

/** The audience as the page tells it now: how many, and who. */
export async function counts(page: Page, people: string, ...names: string[]): Promise<void> {
  await page.getByText(people, { exact: true }).waitFor()
  if (names.length === 0) return
  const sample = `Among them: ${new Intl.ListFormat('en').format(names)}`
  await page.getByText(sample, { exact: true }).waitFor()
}

/** A list to choose from: it is called by what is chosen, and by its label. */
export const select = (within: Page | Locator, label: string) =>
  within.getByRole('button', { name: new RegExp(`${label}$`) })

/** One of the texts of a step that are compared. */
export const variant = (step: Locator, letter: string) => step.getByRole('group', { name: `Text ${letter}` })

export const launch = (page: Page) => page.getByRole('button', { name: en['campaigns.launch'], exact: true })
