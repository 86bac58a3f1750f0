import { expect, test } from 'vitest'
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

test.each([
  ['en', 'Choose files', 'Drop files here, or'],
  ['fr', 'Choisir des fichiers', 'Déposez des fichiers ici, ou'],
] as const)(
  'files are dropped where there is a mouse; a phone speaks of choosing them alone (%s)',
  async (locale, choose, drop) => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes', 'leader')
    await speaks(dana, locale)
    for (const [hand, isSaid] of [
      [mouse, true],
      [finger, false],
    ] as const) {
      const page = await window(dana, hand.window)
      await page.goto(paths.newCourse)
      await button(page, choose).waitFor()
      expect([isSaid, await page.getByText(drop).isVisible()]).toEqual([isSaid, isSaid])
      expect(await axeFaults(page)).toEqual([])
    }
  },
)
