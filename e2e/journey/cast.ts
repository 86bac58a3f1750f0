import type { Locator, Page } from 'playwright-core'
import type { Organization, Person } from '#test/organization.ts'
import type { World } from '#test/world.ts'
import type { BrowserWorld } from '../browser.ts'
import { type Hand, link } from '../hand.ts'

/** Somebody with a window, which they keep for the whole journey. */
export interface Player {
  page: Page
  press: Hand['press']
  choose: Hand['choose']
}

/** The five people of an organization. Who comes is no member yet: only a name and an address. */
export interface Cast {
  world: World
  ada: Player
  ines: Player & { person: Person }
  tomas: Player & { person: Person }
  priya: Player
  ola: Player & { name: string; email: string }
}

/** Opens the windows: an administrator, one who asks, one who leads, one who reviews, and one who is still to come. */
export async function castIn(org: Organization, { world, window }: BrowserWorld, hand: Hand): Promise<Cast> {
  const open = async (person: Person | null) => ({
    page: await window(person, hand.window),
    press: hand.press,
    choose: hand.choose,
  })
  const asks = await org.person('Ines Duarte')
  const leads = await org.person('Tomas Lindqvist', 'leader')
  return {
    world,
    ada: await open(await org.admin()),
    ines: { ...(await open(asks)), person: asks },
    tomas: { ...(await open(leads)), person: leads },
    priya: await open(await org.person('Priya Nair', 'reviewer')),
    ola: { ...(await open(null)), name: 'Ola Berg', email: `ola.berg@${org.id}.example` },
  }
}

/** Goes home by the navigation, as one does. */
export const goHome = ({ page, press }: Player) => press(link(page, /^Home$/))

/** Finds a story in the feed: it is there, or behind the button when it came in while the page was open. */
export async function newsOf({ page, press }: Player, words: string): Promise<Locator> {
  const story = page.getByRole('article').filter({ hasText: words }).first()
  const fresh = page.getByRole('button', { name: /^\d+ new$/ })
  for (;;) {
    await story.or(fresh).first().waitFor()
    if (await story.isVisible()) return story
    await press(fresh)
  }
}
