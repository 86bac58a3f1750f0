import { expect, test } from 'vitest'
import en from '#learning/messages/en.json' with { type: 'json' }
import fr from '#learning/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { blockId, documentOf, published } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, finger, type Hand, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

const question = {
  type: 'question',
  attrs: {
    id: blockId('q1'),
    kind: 'numeric',
    prompt: 'How long is the long gauge block?',
    points: 1,
    value: 1234.5,
    tolerance: 0.1,
    unit: 'mm',
    feedback: { right: '', wrong: '' },
  },
}

async function asked(locale: 'en' | 'fr', hand: Hand) {
  const org = await world.organization()
  const courseId = await published(
    org,
    await org.person('Dana Reyes', 'leader'),
    documentOf({ s1: [question] }),
  )
  const mei = await org.person('Mei Tanaka')
  await speaks(mei, locale)
  const page = await window(mei, hand.window)
  await page.goto(linkTo(paths.player, { courseId, stepId: blockId('s1') }))
  return page
}

test('a number that may be two is refused with what to write, kept as it was typed, and counts once it is one', async () => {
  const page = await asked('en', mouse)
  const answer = field(page, en['learning.yourAnswerIn'].replace('{unit}', 'mm'))
  await answer.fill('1,234')
  await button(page, en['learning.answer']).click()
  await page.getByRole('alert').getByText('This can be read as two numbers.').waitFor()
  expect(await answer.inputValue()).toBe('1,234')
  expect(await axeFaults(page)).toEqual([])
  await answer.fill('1,234.5')
  await button(page, en['learning.answer']).click()
  await page.getByText(en['learning.right'], { exact: true }).waitFor()
  expect(await answer.inputValue()).toBe('1234.5')
})

test('who reads French writes and reads numbers with a comma, afterwards too', async () => {
  const page = await asked('fr', finger)
  const answer = field(page, fr['learning.yourAnswerIn'].replace('{unit}', 'mm'))
  await answer.fill('1,234')
  await button(page, fr['learning.answer']).tap()
  const solution = page.getByText(fr['learning.solution'].replace('{solution}', '1234,5 mm'))
  for (const visit of ['now', 'afterwards']) {
    await solution.waitFor()
    expect([visit, await answer.inputValue()]).toEqual([visit, '1,234'])
    await page.reload()
  }
})
