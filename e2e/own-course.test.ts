import { expect, test } from 'vitest'
import en from '#learning/messages/en.json' with { type: 'json' }
import fr from '#learning/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { documentOf, published, truth } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, finger, link, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

test.each([
  ['en', en, mouse],
  ['fr', fr, finger],
] as const)(
  'an author looks through their course from its page to its end and learns nothing by it (%s)',
  async (locale, texts, hand) => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes', 'leader')
    await speaks(dana, locale)
    const courseId = await published(org, dana, documentOf({ s1: [truth('q1')], s2: [] }))
    const course = linkTo(paths.course, { courseId })
    const page = await window(dana, hand.window)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(new URL(request.url()).pathname)
    })
    await page.goto(course)
    await hand.press(link(page, texts['learning.look']))
    await page.getByText(texts['learning.own']).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await hand.press(page.getByText(texts['learning.false'], { exact: true }))
    await hand.press(button(page, texts['learning.answer']))
    await page.getByText('The wrong words').waitFor()
    await hand.press(button(page, texts['learning.next']))
    await page.getByRole('heading', { name: 'Step s2', level: 1 }).waitFor()
    await hand.press(button(page, texts['learning.toCourse']))
    await link(page, texts['learning.look']).waitFor()
    expect(new URL(page.url()).pathname).toBe(course)
    await page.goto(paths.learn)
    await page.getByRole('heading', { name: texts['learning.catalog'] }).waitFor()
    await link(page, 'Zero it').waitFor()
    expect(await page.getByRole('heading', { name: texts['learning.open'] }).count()).toBe(0)
    expect(sent).toEqual([])
  },
)
