import { expect, test } from 'vitest'
import feedEn from '#feed/messages/en.json' with { type: 'json' }
import feedFr from '#feed/messages/fr.json' with { type: 'json' }
import en from '#learning/messages/en.json' with { type: 'json' }
import fr from '#learning/messages/fr.json' with { type: 'json' }
import * as talk from '#learning/talk.contract.ts'
import { linkTo, paths } from '#paths'
import talkEn from '#talk/messages/en.json' with { type: 'json' }
import talkFr from '#talk/messages/fr.json' with { type: 'json' }
import { blockId, documentOf, published, words } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

/** A course in a private group of three, one who writes in it, and a window open on its step. */
async function board(locale: 'en' | 'fr', options: (typeof mouse)['window']) {
  const org = await world.organization()
  const groupId = await org.group('Board', { private: true })
  const dana = await org.person('Dana Reyes', 'leader', groupId)
  const mei = await org.person('Mei Tanaka', 'learner', groupId)
  const kofi = await org.person('Kofi Mensah', 'learner', groupId)
  await org.person('Kofi Outside')
  for (const who of [mei, kofi]) await speaks(who, locale)
  const courseId = await published(org, dana, documentOf({ s1: [words('p1', 'Zero it.')] }), groupId)
  const page = await window(mei, options)
  await page.goto(linkTo(paths.player, { courseId, stepId: blockId('s1') }))
  return { org, dana, mei, kofi, params: { courseId }, page }
}

test.each([
  ['en', { ...en, ...feedEn, ...talkEn }, mouse],
  ['fr', { ...fr, ...feedFr, ...talkFr }, finger],
] as const)(
  'whoever writes @ finds those who may see the course, and whom they choose is linked to and hears of it (%s)',
  async (locale, texts, hand) => {
    const { mei, kofi, params, page } = await board(locale, hand.window)
    const area = field(page, texts['learning.say'])
    await area.pressSequentially('Ask @kof')
    const option = page.getByRole('listbox', { name: texts['talk.colleagues'] }).getByRole('option')
    await option.and(page.getByRole('option', { name: /^Kofi Mensah/ })).waitFor()
    expect(await option.count()).toBe(1)
    expect(await axeFaults(page)).toEqual([])
    await hand.choose(option)
    await expect.poll(() => area.inputValue()).toBe('Ask @Kofi Mensah ')
    expect(await option.count()).toBe(0)
    await area.pressSequentially('first.')
    await hand.press(button(page, texts['talk.send']))
    const said = page.locator('.learning-said').filter({ hasText: 'Ask @Kofi Mensah first.' })
    const link = said.getByRole('link', { name: '@Kofi Mensah' })
    expect(await link.getAttribute('href')).toBe(linkTo(paths.member, { memberId: kofi.id }))
    await expect.poll(() => area.inputValue()).toBe('')
    const [kept] = (await mei.does(talk.listCourseComments, { params })).items
    expect(kept?.mentions.map(({ id }) => id)).toEqual([kofi.id])
    const other = await window(kofi, hand.window)
    await other.goto(paths.home)
    const news = texts['feed.mention.made'].replace('{actor}', 'Mei Tanaka').replace(/<.?b>/g, '')
    const story = other.getByRole('article').filter({ hasText: news })
    await story.filter({ hasText: 'Ask @Kofi Mensah first.' }).waitFor()
  },
)

test('by keyboard the list opens in the text, says how many there are, and Escape leaves what was written', async () => {
  const { mei, params, page } = await board('en', mouse.window)
  const area = field(page, en['learning.say'])
  const active = () =>
    area.evaluate((one) => {
      const line = one.ownerDocument.getElementById(one.getAttribute('aria-activedescendant') ?? '')
      return line?.textContent ?? ''
    })
  await area.pressSequentially('@')
  // The administrator enters every group; oneself is left out.
  await page.getByRole('status').filter({ hasText: '3 colleagues.' }).waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowDown')
  await expect.poll(active).toContain('Dana Reyes')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(active).toContain('Kofi Mensah')
  await page.keyboard.press('Escape')
  await expect.poll(active).toBe('')
  expect(await area.inputValue()).toBe('@')
  await area.fill('')
  await area.pressSequentially('@dana')
  await expect.poll(active).toContain('Dana Reyes')
  await page.keyboard.press('Enter')
  await expect.poll(() => area.inputValue()).toBe('@Dana Reyes ')
  await area.pressSequentially('or @nobody')
  await page.getByRole('status').filter({ hasText: talkEn['talk.nobody'] }).waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await area.pressSequentially('knows')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: '@Dana Reyes' }).waitFor()
  const [kept] = (await mei.does(talk.listCourseComments, { params })).items
  expect(kept?.mentions.map(({ name }) => name)).toEqual(['Dana Reyes'])
  expect(kept?.body).toMatch(/^@\[.*\] or @nobody\nknows$/)
})
