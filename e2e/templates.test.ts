import { expect, test } from 'vitest'
import en from '#course/messages/en.json' with { type: 'json' }
import fr from '#course/messages/fr.json' with { type: 'json' }
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { state } from './desk.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const
const toRight = /^(\d+)\s(things to put right|points à corriger)/

test.each([
  ['en', en, mouse, 'How-to', 'Name the task and how well it is done'],
  ['fr', fr, finger, 'Mode d’emploi', 'Nommez la tâche et à quel point elle est bien faite'],
] as const)(
  'whoever begins from a template reads beside each part what is to stand there, and sees less to do with each that is filled in (%s)',
  async (locale, texts, hand, name, guidance) => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes', 'leader')
    await speaks(dana, locale)
    const page = await window(dana, { ...calm, ...hand.window })
    await page.goto(paths.newCourse)
    const choice = page.getByRole('radio', { name: new RegExp(`^${name}`) })
    await choice.waitFor()
    expect(await axeFaults(page)).toEqual([])
    await hand.press(page.locator('label', { has: choice }))
    await field(page, texts['course.new.what']).fill('Zero it')
    await field(page, texts['course.new.objective']).fill('You zero a gauge in the cold weather.')
    await hand.press(button(page, texts['course.new.start']))
    const count = async () => Number(toRight.exec((await button(page, toRight).textContent()) ?? '')?.[1])
    await expect.poll(count).toBe(9)
    const part = page.locator('.editor-guided').first()
    expect(await part.getAttribute('data-guidance')).toContain(guidance)
    expect(await part.getAttribute('aria-description')).toContain(guidance)
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
    const line = part.locator('li p')
    await hand.press(line)
    await page.keyboard.type('Change a seal so that it stays dry.')
    await expect.poll(count).toBe(8)
    await state(page, 'saved').waitFor()
    await page.reload()
    await page.getByLabel(texts['course.editor.text']).waitFor()
    await expect.poll(count).toBe(8)
    await page.locator('.editor-guided').first().waitFor()
  },
)
