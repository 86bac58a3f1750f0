import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import app from '#app/messages/en.json' with { type: 'json' }
import en from '#leader/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import board from '#recognition/boards/messages/en.json' with { type: 'json' }
import recognition from '#recognition/messages/en.json' with { type: 'json' }
import wall from '#recognition/wall/messages/en.json' with { type: 'json' }
import type { Person } from '#test/organization.ts'
import type { Windows } from './browser.ts'
import type { KnownLab } from './found-out.ts'
import { button } from './hand.ts'
import { settled } from './settled.ts'

/** Where somebody reads what was found out about Dana. */
interface Place {
  name: string
  reader: Person
  address: string
  /** What it says of her; her name where nothing is said. */
  says?: string
  /** What opens the window that says it. */
  press?: string
  /** The part of the page that says it; all of it where nothing is said. */
  part?: (page: Page) => Locator
  /** The rest of the page names her as it names every member. */
  isBesideHer?: true
  /** It is what the page saves as a file. */
  isFile?: true
}

const card = (title: string) => (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
const list = (name: string) => (page: Page) => page.getByRole('list', { name, exact: true })
const table = (name: string) => (page: Page) => page.getByRole('table', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

/** Those of who watches over the organization or a group of it. */
const placesOfManagers = ({ admin, lena, topicId }: KnownLab): Place[] => [
  { name: 'the first of a group', reader: lena, address: paths.lead, part: list(en['leader.radar.title']) },
  {
    ...{ name: 'the first on a topic', reader: admin, address: `${paths.lead}?topic=${topicId}` },
    part: list(en['leader.radar.title']),
  },
  { name: 'who is rising', reader: admin, address: paths.lead, part: card(en['leader.radar.risingTitle']) },
  {
    name: 'topics that hang on one',
    reader: lena,
    address: paths.knowledgeMap,
    part: table(en['leader.map']),
  },
  {
    ...{ name: 'who could take over', reader: admin, address: paths.knowledgeMap },
    ...{ press: en['leader.handover.settle'], part: dialog },
  },
  { name: 'who learns from whom', reader: lena, address: `${paths.network}?view=people` },
  {
    ...{ name: 'who would be among the first', reader: admin, address: paths.weights },
    part: list(en['leader.weights.coming']),
  },
  {
    ...{ name: 'who deserves a word', reader: lena, address: paths.thanks, isBesideHer: true },
    part: card(recognition['commendation.due']),
  },
  {
    ...{ name: 'the same at home', reader: lena, address: paths.home, isBesideHer: true },
    part: card(app['app.home.todo']),
  },
]

type Asking = KnownLab['asking']

/** Those of everybody. */
const placesOfMembers = (
  { mei, kofi, needId, dana }: KnownLab,
  { asked, reviewId }: Asking,
  month: string,
): Place[] => [
  {
    ...{ name: 'suggested on a need', reader: mei, address: linkTo(paths.need, { needId }) },
    part: card(app['app.need.experts']),
  },
  {
    ...{ name: 'asked about a need', reader: mei, address: linkTo(paths.need, { needId: asked }) },
    part: list(en['leader.asking.asked']),
  },
  { name: 'asked to check a course', reader: kofi, address: linkTo(paths.review, { reviewId }) },
  {
    ...{ name: 'people like me', reader: mei, address: paths.experts, isBesideHer: true },
    part: list(en['leader.likeMe']),
  },
  { name: 'traces in the directory', reader: mei, address: paths.experts, says: 'Shown by' },
  { name: 'a league', reader: mei, address: paths.boards, part: table(board['board.league']) },
  {
    ...{ name: 'what is celebrated', reader: mei, address: linkTo(paths.celebration, { month }) },
    part: card(wall['wall.quotes']),
  },
  {
    ...{ name: 'what she helps with', reader: mei, address: linkTo(paths.member, { memberId: dana.id }) },
    ...{ part: card(app['app.member.helps']), says: 'Zero it' },
  },
]

/** What one reads and saves of what is held on oneself. */
function placesHeld({ dana, askers }: KnownLab): Place[] {
  const theirs = { reader: askers[0] as Person, address: paths.held }
  const hers = { reader: dana, address: paths.held, says: 'Zero it' }
  return [
    { name: 'what others hold', ...theirs },
    { name: 'the file of that', ...theirs, isFile: true },
    { name: 'what she holds', ...hers },
    { name: 'the file of hers', ...hers, isFile: true },
  ]
}

/** Every place at which detection shows people, or what it knows of them. */
export const placesOf = (known: KnownLab, asking: Asking, month: string): Place[] => [
  ...placesOfManagers(known),
  ...placesOfMembers(known, asking, month),
  ...placesHeld(known),
]

const textOf = async (...all: Locator[]) =>
  (await Promise.all(all.map((one) => one.allTextContents()))).flat().join('\n')

/** What is said at a place: in its part, and on all of its page. */
async function read(page: Page, { address, press, part, isFile }: Place) {
  await page.goto(address)
  await settled(page)
  if (isFile) {
    const saving = page.waitForEvent('download')
    await button(page, en['leader.held.save']).click()
    const text = readFileSync((await (await saving).path()) ?? '', 'utf8')
    return { inPart: text, all: text }
  }
  if (press) {
    await button(page, press).click()
    await dialog(page).waitFor()
  }
  const all = await textOf(page.getByRole('main'), dialog(page))
  return { inPart: part ? await textOf(part(page)) : all, all }
}

/**
 * Looks at places in a window for each reader, and gives the names of those that tell of Dana where they should, and of
 * those that tell of her anywhere but as one of the members.
 */
export function looking(window: Windows['window']) {
  const windows = new Map<string, Promise<Page>>()
  return async (places: readonly Place[]) => {
    const told: { shown: string[]; anywhere: string[] } = { shown: [], anywhere: [] }
    for (const place of places) {
      const { name, reader, says = 'Dana Reyes', isBesideHer } = place
      const opened = windows.get(reader.id) ?? window(reader, { reducedMotion: 'reduce' })
      windows.set(reader.id, opened)
      const { inPart, all } = await read(await opened, place)
      if (inPart.includes(says)) told.shown.push(name)
      if ((isBesideHer ? inPart : all).includes(says)) told.anywhere.push(name)
    }
    return told
  }
}
