import { expect, test } from 'vitest'
import feedEn from '#feed/messages/en.json' with { type: 'json' }
import feedFr from '#feed/messages/fr.json' with { type: 'json' }
import en from '#learning/messages/en.json' with { type: 'json' }
import fr from '#learning/messages/fr.json' with { type: 'json' }
import * as talk from '#learning/talk.contract.ts'
import { linkTo, paths } from '#paths'
import { blockId, documentOf, published, words } from '#test/course.ts'
import uiEn from '#ui/messages/en.json' with { type: 'json' }
import uiFr from '#ui/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { finger, mouse } from './hand.ts'
import { newsOf } from './journey/cast.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

test.each([
  ['en', { ...uiEn, ...en, ...feedEn }, mouse],
  ['fr', { ...uiFr, ...fr, ...feedFr }, finger],
] as const)(
  'whoever asked says which answer helped, changes their mind and takes it back; whoever answered hears of it (%s)',
  async (locale, texts, hand) => {
    const org = await world.organization()
    const [dana, mei, kofi] = [
      await org.person('Dana Reyes', 'leader'),
      await org.person('Mei Tanaka'),
      await org.person('Kofi Mensah'),
    ]
    for (const who of [mei, kofi]) await speaks(who, locale)
    const params = { courseId: await published(org, dana, documentOf({ s1: [words('p1', 'Zero it.')] })) }
    const say = (who: typeof mei, body: string, parentId: string | null = null) =>
      who.does(talk.commentOnCourse, { params, body: { anchor: blockId('s1'), body, parentId } })
    const { id } = await say(mei, 'Which way does it turn?')
    await say(kofi, 'To the left.', id)
    await say(dana, 'To the right.', id)
    const page = await window(mei, hand.window)
    await page.goto(linkTo(paths.player, { ...params, stepId: blockId('s1') }))
    const said = (body: string) => page.locator('.learning-said').filter({ hasText: body })
    const act = (body: string, name: string) => said(body).getByRole('button', { name })
    const [question, left, right] = ['Which way does it turn?', 'To the left.', 'To the right.']
    await hand.press(act(left, texts['learning.accept']))
    await said(left).getByText(texts['learning.accepted']).waitFor()
    await said(question).getByText(texts['learning.answered']).waitFor()
    expect(await act(question, texts['learning.accept']).count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await hand.press(act(right, texts['learning.accept']))
    await said(right).getByText(texts['learning.accepted']).waitFor()
    expect(await said(left).getByText(texts['learning.accepted']).count()).toBe(0)
    // What was accepted before is accepted again.
    const told = texts['learning.acceptDone'].replace('{name}', 'Dana Reyes')
    const toast = page.getByRole('alertdialog').filter({ hasText: told })
    await hand.press(toast.getByRole('button', { name: texts['ui.undo'] }))
    await said(left).getByText(texts['learning.accepted']).waitFor()

    const other = await window(kofi, hand.window)
    await other.goto(paths.home)
    const news = texts['feed.comment.accepted'].replace('{actor}', 'Mei Tanaka').replace(/<.?b>/g, '')
    await (await newsOf({ ...hand, page: other }, news)).getByText(left).waitFor()
    await hand.press(act(left, texts['learning.unaccept']))
    await act(left, texts['learning.accept']).waitFor()
    expect(await page.getByText(texts['learning.answered'], { exact: true }).count()).toBe(0)
  },
)
