import { expect, test } from 'vitest'
import { listContributions } from '#ladder/contribution.contract.ts'
import { getLadder, leaveProposals } from '#ladder/ladder.contract.ts'
import en from '#ladder/messages/en.json' with { type: 'json' }
import fr from '#ladder/messages/fr.json' with { type: 'json' }
import { askExperts } from '#leader/asking.contract.ts'
import leader from '#leader/messages/en.json' with { type: 'json' }
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { at, isWhole, onPhone, onward, send, sent } from './climbing.ts'
import { axeFaults } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, field } from './hand.ts'
import { enterOn } from './keyboard.ts'
import { settled } from './settled.ts'
import { speaks } from './tongue.ts'

const browser = openBrowserWorld()

test('an author takes one in with a click and takes it out again, and says kindly why not of another', async () => {
  const { dana, mei, courseId, page, effort, begin } = await onPhone(browser)
  for (const words of ['Leave it on the bench.', 'Wear gloves.']) {
    await begin('tip', { courseId, ...at })
    await effort.type(field(page, en['ladder.tip.text']), words)
    await send(page).tap()
    await sent(page)
  }
  const desk = await browser.window(dana, { reducedMotion: 'reduce' })
  await desk.goto(paths.home)
  await desk
    .getByRole('link', { name: /Mei Tanaka gave something to Zero it/ })
    .first()
    .click()
  const one = (words: string) => desk.getByRole('article').filter({ hasText: words })
  await one('Wear gloves.').getByRole('button', { name: en['ladder.take'] }).click()
  await one('Wear gloves.').getByText(en['ladder.standing.taken']).waitFor()
  expect(await axeFaults(desk)).toEqual([])
  await one('Wear gloves.').getByRole('button', { name: en['ladder.reopen.taken'] }).click()
  await one('Wear gloves.').getByRole('button', { name: en['ladder.take'] }).waitFor()
  await one('the bench').getByRole('button', { name: en['ladder.decline'] }).click()
  const why = desk.getByRole('dialog')
  await why.getByRole('textbox').fill('Thank you: the next step says it.')
  expect(await axeFaults(desk)).toEqual([])
  await why.getByRole('button', { name: 'Answer Mei Tanaka' }).click()
  await why.waitFor({ state: 'detached' })
  await one('the bench').getByText('the next step says it.').waitFor()
  await browser.world.settle()
  await page.goto(paths.home)
  await page.getByRole('button', { name: /^News for you/ }).tap()
  await page.getByRole('dialog').getByRole('link', { name: 'leaves the course as it is' }).tap()
  await page.getByText('Dana Reyes: Thank you: the next step says it.').waitFor()
  await isWhole(page)
  expect((await mei.does(listContributions, { query: { whose: 'mine' } })).items).toHaveLength(1)
})

test.each([
  ['en', en],
  ['fr', fr],
] as const)(
  'with the keyboard alone one gives a tip from the menu at the end of a step, and hears what could be next: %s',
  async (locale, texts) => {
    const { mei, dana, courseId } = await onPhone(browser)
    await speaks(mei, locale)
    const page = await browser.window(mei, { reducedMotion: 'reduce', locale })
    await page.goto(linkTo(paths.player, { courseId, stepId: at.stepId }))
    await button(page, texts['ladder.better']).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: texts['ladder.give.tip'] }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: texts['ladder.give.tip'] }).waitFor()
    await page.keyboard.type('Wear gloves.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(async () => (await dana.does(listContributions)).items).toHaveLength(1)
    await enterOn(page, onward(page, texts['ladder.next.clip']))
    await page.getByRole('dialog', { name: texts['ladder.give.clip'] }).waitFor()
  },
)

test('who wants no proposals gives something all the same, and is told of nothing next', async () => {
  const { org, dana, mei } = await onPhone(browser)
  const need = { title: 'Which transducer fits?', details: '', groupId: org.root }
  const { id: needId } = await dana.does(raiseNeed, { body: need })
  await dana.does(askExperts, { params: { needId }, body: { firstId: mei.id } })
  await mei.does(leaveProposals)
  const page = await browser.window(mei, { reducedMotion: 'reduce' })
  await page.goto(linkTo(paths.need, { needId }))
  await button(page, leader['leader.asking.help']).click()
  await page.getByText(leader['leader.asking.mine.helping']).waitFor()
  await settled(page)
  expect(await onward(page).count()).toBe(0)
})

test('whoever turns two switches at once means both', async () => {
  const { mei } = await onPhone(browser)
  const page = await browser.window(mei, { reducedMotion: 'reduce' })
  await page.goto(paths.me)
  const { letGo } = await holdFirst(page, '**/ladder/choices')
  const { isNamed, isShown } = (await mei.does(getLadder)).choices
  for (const name of [en['ladder.isNamed'], en['ladder.isShown']])
    await page.getByRole('switch', { name }).press('Space')
  await letGo()
  const kept = async () => (await mei.does(getLadder)).choices
  await expect.poll(kept).toMatchObject({ isShown: !isShown })
  expect(await kept()).toMatchObject({ isNamed: !isNamed })
  for (const [name, was] of [
    [en['ladder.isNamed'], isNamed],
    [en['ladder.isShown'], isShown],
  ] as const)
    await expect.poll(() => page.getByRole('switch', { name }).isChecked()).toBe(!was)
})
